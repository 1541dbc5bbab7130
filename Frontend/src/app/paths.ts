import { stringifySearch, type Search } from '@monozu/ui';

const list = (path: string) => (search: Search = {}) => `${path}${stringifySearch(search)}`;

/** Every address of this console is made here, so that none is misspelt and all are found by one search. */
export const paths = {
    overview: () => '/',
    login: (next?: string) => `/login${stringifySearch({ next })}`,
    forgot: () => '/forgot',
    sso: (next?: string) => `/sso${stringifySearch({ next })}`,
    account: () => '/account',
    incidents: list('/incidents'),
    incident: (id: string) => `/incidents/${id}`,
    alerts: list('/alerts'),
    alert: (id: string) => `/alerts/${id}`,
    devices: list('/devices'),
    device: (id: string) => `/devices/${id}`,
    provisioningKeys: () => '/settings/provisioning-keys',
    webhooks: () => '/settings/alert-webhooks',
    users: list('/settings/users'),
    roles: () => '/settings/roles',
    serviceAccounts: () => '/settings/service-accounts',
    apiKeys: list('/settings/api-keys'),
    audit: list('/settings/audit'),
    mail: list('/settings/mail'),
    licence: () => '/settings/licence',
    securityPolicy: () => '/settings/security',
    scim: () => '/settings/scim',
    directoryUsers: list('/settings/scim/users'),
    ssoSettings: () => '/settings/sso',
    ssoConnection: (id: string) => `/settings/sso/${id}`,
    ownSecurity: () => '/account/security',
};
