import { answer, ifMatch } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api';
import type { ApiKey, Role, ServiceAccount } from '../../app/types';

export const accountsKey = ['service-accounts'] as const;
export const apiKeysKey = ['api-keys'] as const;

export const accountList: ListSource<ServiceAccount> = { key: accountsKey, fetch: (query, signal) => answer(api.GET('/api/v1/service-accounts', { params: { query }, signal })) };

const mostAccounts = 1000;

/** All of them, for a choice; a tenant has a few hundred at most. */
export const accountsQuery = queryOptions({
    queryKey: [...accountsKey, 'all'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/service-accounts', { params: { query: { limit: mostAccounts, sort: 'name' } }, signal })),
});

export const apiKeyList: ListSource<ApiKey> = { key: apiKeysKey, fetch: (query, signal) => answer(api.GET('/api/v1/api-keys', { params: { query }, signal })) };

/** A role with its id where it is a custom one, or rights of its own. */
export interface AccountRights {
    role?: Role | null;
    role_id?: string | null;
    permissions?: string[] | null;
}

export function accountCreate(body: { name: string; purpose: string } & AccountRights, key: string): Promise<ServiceAccount> {
    return answer(api.POST('/api/v1/service-accounts', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function accountUpdate(account: Pick<ServiceAccount, 'id' | 'version'>, body: { name?: string; purpose?: string; active?: boolean } & AccountRights): Promise<ServiceAccount> {
    return answer(api.PATCH('/api/v1/service-accounts/{id}', { params: { path: { id: account.id }, header: ifMatch(account.version) }, body }));
}

export function apiKeyCreate(body: { service_account_id: string; name: string; scopes: string[]; expires_at: string }, key: string) {
    return answer(api.POST('/api/v1/api-keys', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function apiKeyRotate(id: string, body: { expires_at: string; overlap_seconds: number }, key: string) {
    return answer(api.POST('/api/v1/api-keys/{id}/rotate', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }));
}

export async function apiKeyRevoke(id: string): Promise<void> {
    await api.POST('/api/v1/api-keys/{id}/revoke', { params: { path: { id } } });
}
