import { answer } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { api } from '../../app/api';
import type { AlertWebhook } from '../../app/types';

export const webhooksKey = ['alert-webhooks'] as const;

export const webhookList: ListSource<AlertWebhook> = { key: webhooksKey, fetch: (query, signal) => answer(api.GET('/api/v1/alert-webhooks', { params: { query }, signal })) };

export function webhookCreate(name: string, key: string) {
    return answer(api.POST('/api/v1/alert-webhooks', { params: { header: { 'Idempotency-Key': key } }, body: { name } }));
}

export async function webhookRevoke(id: string): Promise<void> {
    await api.POST('/api/v1/alert-webhooks/{id}/revoke', { params: { path: { id } } });
}
