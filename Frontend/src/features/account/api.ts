import { answer } from '@monozu/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api';
import type { Me } from '../../app/types';

export const ownSessionsQuery = queryOptions({ queryKey: ['own-sessions'], queryFn: ({ signal }) => answer(api.GET('/api/v1/me/sessions', { signal })) });

export const meUpdate = (body: { display_name?: string; language?: 'pl' | 'en' }): Promise<Me> => answer(api.PATCH('/api/v1/me', { body }));
export const passwordChange = (current: string, next: string) => api.POST('/api/v1/me/password', { body: { current_password: current, new_password: next } });
export const sessionEnd = (id: string) => api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } });
export const sessionsEndOthers = () => api.POST('/api/v1/me/sessions/end-others');
