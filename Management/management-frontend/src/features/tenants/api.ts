import { answer } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api, downloadList, type Feature, type License, type Tenant } from '../../app/api';

export const tenantsKey = ['tenants'] as const;
export const features: readonly Feature[] = ['cmdb', 'itsm', 'security', 'vpn', 'backup'];
export const limits = ['devices', 'users'] as const;

export const tenantList: ListSource<Tenant> = {
    key: tenantsKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/tenants', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/tenants', query, 'tenants.csv'),
};

/** How often a page looks again while the Cloud has not confirmed what it was told. */
const pushPollMs = 2000;

export const tenantQuery = (id: string) =>
    queryOptions({
        queryKey: [...tenantsKey, id],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/tenants/{id}', { params: { path: { id } }, signal })),
        refetchInterval: (query) => (query.state.data?.push.status === 'delivered' ? false : pushPollMs),
    });

export function tenantCreate(body: { name: string; owner_email: string }, key: string) {
    return answer(api.POST('/api/v1/tenants', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function licenseActivate(id: string, body: Pick<License, 'plan' | 'features' | 'limits' | 'valid_until'>) {
    return answer(api.POST('/api/v1/tenants/{id}/license', { params: { path: { id } }, body }));
}

export const tenantSuspend = (id: string) => answer(api.POST('/api/v1/tenants/{id}/suspend', { params: { path: { id } } }));
export const tenantResume = (id: string) => answer(api.POST('/api/v1/tenants/{id}/resume', { params: { path: { id } } }));
export const tenantPush = (id: string) => answer(api.POST('/api/v1/tenants/{id}/push', { params: { path: { id } } }));
export const setupLink = (id: string) => answer(api.POST('/api/v1/tenants/{id}/setup-link', { params: { path: { id } } }));
