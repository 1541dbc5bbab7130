import { stringifySearch, type Search } from '@monozu/ui';

const list = (path: string) => (search: Search = {}) => `${path}${stringifySearch(search)}`;

/** Every address of this console is made here, so that none is misspelt and all are found by one search. */
export const paths = {
    login: (next?: string) => `/login${stringifySearch({ next })}`,
    tenants: list('/'),
    tenant: (id: string) => `/tenants/${id}`,
    audit: list('/audit'),
    operators: list('/operators'),
    account: () => '/account',
};
