import { answer, ifMatch } from '@monozu/api-client';
import { api } from '../../app/api';
import type { RoleView } from '../../app/types';

export function roleCreate(body: { name: string; description: string; permissions: string[] }, key: string): Promise<RoleView> {
    return answer(api.POST('/api/v1/roles', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function roleUpdate(id: string, version: number, body: { name?: string; description?: string; permissions?: string[] }): Promise<RoleView> {
    return answer(api.PATCH('/api/v1/roles/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
}

export async function roleDelete(id: string): Promise<void> {
    await api.DELETE('/api/v1/roles/{id}', { params: { path: { id } } });
}
