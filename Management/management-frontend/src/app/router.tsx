import { PageError, parseSearch, stringifySearch } from '@monozu/ui';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from './NotFoundPage';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
const login = createRoute({ getParentRoute: () => root, path: '/login', component: lazyRouteComponent(() => import('../features/session/LoginPage'), 'LoginPage') });
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('../features/session/SetupPage'), 'SetupPage') });
const provider = createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('../features/session/ProviderPage'), 'ProviderPage') });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: lazyRouteComponent(() => import('./AppFrame'), 'AppFrame') });
const page = { getParentRoute: () => frame };

const pages = [
    createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('../features/tenants/TenantsPage'), 'TenantsPage') }),
    createRoute({ ...page, path: '/tenants/$id', component: lazyRouteComponent(() => import('../features/tenants/TenantPage'), 'TenantPage') }),
    createRoute({ ...page, path: '/audit', component: lazyRouteComponent(() => import('../features/audit/AuditPage'), 'AuditPage') }),
    createRoute({ ...page, path: '/operators', component: lazyRouteComponent(() => import('../features/operators/OperatorsPage'), 'OperatorsPage') }),
    createRoute({ ...page, path: '/account', component: lazyRouteComponent(() => import('../features/account/AccountPage'), 'AccountPage') }),
];

export const router = createRouter({
    routeTree: root.addChildren([login, setup, provider, frame.addChildren(pages)]),
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
