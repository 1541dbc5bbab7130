import { answer } from '@monozu/api-client';
import type { OwnSessionsApi } from '@monozu/ui/account/OwnSessions';
import { api } from '../../app/api';
import type { Me } from '../../app/types';

export const ownSessions: OwnSessionsApi = {
    key: ['own-sessions'],
    list: (signal) => answer(api.GET('/api/v1/me/sessions', { signal })),
    end: (id) => api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }),
    endOthers: () => api.POST('/api/v1/me/sessions/end-others'),
};

export const meUpdate = (body: { display_name?: string; language?: 'pl' | 'en' }): Promise<Me> => answer(api.PATCH('/api/v1/me', { body }));
export const passwordChange = (current: string, next: string) => api.POST('/api/v1/me/password', { body: { current_password: current, new_password: next } });
