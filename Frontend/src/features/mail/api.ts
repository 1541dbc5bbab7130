import { answer } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { api, downloadList } from '../../app/api';
import type { Letter } from '../../app/types';

export const lettersKey = ['mail'] as const;

export const letterList: ListSource<Letter> = {
    key: lettersKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/mail', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/mail', query, 'mail.csv'),
};

export async function letterRetry(id: string): Promise<void> {
    await api.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } });
}
