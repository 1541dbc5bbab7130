import { answer, ifMatch } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api';

export type Connection = CloudSchemas['Connection'];
export type Overview = CloudSchemas['SsoOverview'];
export type Owner = CloudSchemas['Owner'];
export type Mapping = CloudSchemas['RoleMapping'];
export type ConnectionCreate = CloudSchemas['ConnectionCreate'];
export type ConnectionPatch = CloudSchemas['ConnectionPatch'];

export const ssoQuery = queryOptions({ queryKey: ['sso'], queryFn: ({ signal }) => answer(api.GET('/api/v1/sso', { signal })) });

export function connectionCreate(body: ConnectionCreate, key: string) {
    return answer(api.POST('/api/v1/sso/connections', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function connectionUpdate(connection: Connection, body: ConnectionPatch) {
    return answer(api.PATCH('/api/v1/sso/connections/{id}', { params: { path: { id: connection.id } }, body, headers: ifMatch(connection.version) }));
}

export async function connectionDelete(id: string): Promise<void> {
    await api.DELETE('/api/v1/sso/connections/{id}', { params: { path: { id } } });
}

export function breakGlassPut(people: string[]) {
    return answer(api.PUT('/api/v1/sso/break-glass', { body: { people } }));
}
