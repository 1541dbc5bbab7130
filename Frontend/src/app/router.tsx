import { PageError, parseSearch, stringifySearch } from '@monozu/ui';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from './NotFoundPage';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const login = createRoute({ getParentRoute: () => root, path: '/login', component: lazyRouteComponent(() => import('../features/session/LoginPage'), 'LoginPage') });
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('../features/session/SetupPage'), 'SetupPage') });

const forgot = createRoute({ getParentRoute: () => root, path: '/forgot', component: lazyRouteComponent(() => import('../features/session/ForgotPage'), 'ForgotPage') });
const reset = createRoute({ getParentRoute: () => root, path: '/reset', component: lazyRouteComponent(() => import('../features/session/ResetPage'), 'ResetPage') });

const sso = createRoute({ getParentRoute: () => root, path: '/sso', component: lazyRouteComponent(() => import('../features/session/SsoPage'), 'SsoPage') });
const ssoCallback = createRoute({ getParentRoute: () => root, path: '/sso/callback', component: lazyRouteComponent(() => import('../features/session/SsoCallbackPage'), 'SsoCallbackPage') });

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: lazyRouteComponent(() => import('./AppFrame'), 'AppFrame') });
const page = { getParentRoute: () => frame };

const pages = [
    createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('../features/overview/OverviewPage'), 'Overview') }),
    createRoute({ ...page, path: '/account', component: lazyRouteComponent(() => import('../features/account/AccountPage'), 'AccountPage') }),
    createRoute({ ...page, path: '/incidents', component: lazyRouteComponent(() => import('../features/incidents/IncidentsPage'), 'IncidentsPage') }),
    createRoute({ ...page, path: '/incidents/$id', component: lazyRouteComponent(() => import('../features/incidents/IncidentPage'), 'IncidentPage') }),
    createRoute({ ...page, path: '/alerts', component: lazyRouteComponent(() => import('../features/alerts/AlertsPage'), 'AlertsPage') }),
    createRoute({ ...page, path: '/alerts/$id', component: lazyRouteComponent(() => import('../features/alerts/AlertPage'), 'AlertPage') }),
    createRoute({ ...page, path: '/devices', component: lazyRouteComponent(() => import('../features/devices/DevicesPage'), 'DevicesPage') }),
    createRoute({ ...page, path: '/devices/$id', component: lazyRouteComponent(() => import('../features/devices/DevicePage'), 'DevicePage') }),
    createRoute({ ...page, path: '/cmdb', component: lazyRouteComponent(() => import('../features/cmdb/list/CisPage'), 'CisPage') }),
    createRoute({ ...page, path: '/cmdb/items/$id', component: lazyRouteComponent(() => import('../features/cmdb/item/CiPage'), 'CiPage') }),
    createRoute({ ...page, path: '/cmdb/model', component: lazyRouteComponent(() => import('../features/cmdb/model/ModelPage'), 'ModelPage') }),
    createRoute({ ...page, path: '/cmdb/software', component: lazyRouteComponent(() => import('../features/cmdb/software/SoftwarePage'), 'SoftwarePage') }),
    createRoute({ ...page, path: '/cmdb/software/machines', component: lazyRouteComponent(() => import('../features/cmdb/software/MachinesPage'), 'MachinesPage') }),
    createRoute({ ...page, path: '/cmdb/discovery', component: lazyRouteComponent(() => import('../features/cmdb/discovery/DiscoveryPage'), 'DiscoveryPage') }),
    createRoute({ ...page, path: '/cmdb/discovery/$id', component: lazyRouteComponent(() => import('../features/cmdb/discovery/NetworkPage'), 'NetworkPage') }),
    createRoute({ ...page, path: '/cmdb/sources', component: lazyRouteComponent(() => import('../features/cmdb/sources/SourcesPage'), 'SourcesPage') }),
    createRoute({ ...page, path: '/cmdb/imports', component: lazyRouteComponent(() => import('../features/cmdb/imports/ImportsPage'), 'ImportsPage') }),
    createRoute({ ...page, path: '/cmdb/imports/$id', component: lazyRouteComponent(() => import('../features/cmdb/imports/ImportPage'), 'ImportPage') }),
    createRoute({ ...page, path: '/cmdb/imports/$id/rows', component: lazyRouteComponent(() => import('../features/cmdb/imports/RowsPage'), 'RowsPage') }),
    createRoute({ ...page, path: '/cmdb/duplicates', component: lazyRouteComponent(() => import('../features/cmdb/duplicates/DuplicatesPage'), 'DuplicatesPage') }),
    createRoute({ ...page, path: '/cmdb/items/$id/graph', component: lazyRouteComponent(() => import('../features/cmdb/graph/GraphPage'), 'GraphPage') }),
    createRoute({ ...page, path: '/settings/provisioning-keys', component: lazyRouteComponent(() => import('../features/devices/ProvisioningKeysPage'), 'ProvisioningKeysPage') }),
    createRoute({ ...page, path: '/settings/alert-webhooks', component: lazyRouteComponent(() => import('../features/webhooks/WebhooksPage'), 'WebhooksPage') }),
    createRoute({ ...page, path: '/settings/users', component: lazyRouteComponent(() => import('../features/users/UsersPage'), 'UsersPage') }),
    createRoute({ ...page, path: '/settings/roles', component: lazyRouteComponent(() => import('../features/roles/RolesPage'), 'RolesPage') }),
    createRoute({ ...page, path: '/settings/service-accounts', component: lazyRouteComponent(() => import('../features/service-accounts/ServiceAccountsPage'), 'ServiceAccountsPage') }),
    createRoute({ ...page, path: '/settings/api-keys', component: lazyRouteComponent(() => import('../features/service-accounts/ApiKeysPage'), 'ApiKeysPage') }),
    createRoute({ ...page, path: '/settings/audit', component: lazyRouteComponent(() => import('../features/audit/AuditPage'), 'AuditPage') }),
    createRoute({ ...page, path: '/settings/mail', component: lazyRouteComponent(() => import('../features/mail/MailPage'), 'MailPage') }),
    createRoute({ ...page, path: '/settings/security', component: lazyRouteComponent(() => import('../features/security/PolicyPage'), 'PolicyPage') }),
    createRoute({ ...page, path: '/settings/scim', component: lazyRouteComponent(() => import('../features/scim/ScimPage'), 'ScimPage') }),
    createRoute({ ...page, path: '/settings/scim/users', component: lazyRouteComponent(() => import('../features/scim/DirectoryUsersPage'), 'DirectoryUsersPage') }),
    createRoute({ ...page, path: '/settings/sso', component: lazyRouteComponent(() => import('../features/sso/SsoSettingsPage'), 'SsoSettingsPage') }),
    createRoute({ ...page, path: '/settings/sso/$id', component: lazyRouteComponent(() => import('../features/sso/ConnectionPage'), 'ConnectionPage') }),
    createRoute({ ...page, path: '/account/security', component: lazyRouteComponent(() => import('../features/account/OwnSecurityPage'), 'OwnSecurityPage') }),
    createRoute({ ...page, path: '/settings/licence', component: lazyRouteComponent(() => import('../features/licence/LicencePage'), 'LicencePage') }),
];

export const router = createRouter({
    routeTree: root.addChildren([login, setup, forgot, reset, sso, ssoCallback, frame.addChildren(pages)]),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
    interface Register {
        router: typeof router;
    }
}
