import { answer, ifMatch } from '@monozu/api-client';
import type { Language, ListSource } from '@monozu/ui';
import { api, downloadList } from '../../app/api';
import type { Role, User } from '../../app/types';

export const usersKey = ['users'] as const;

export const userList: ListSource<User> = {
    key: usersKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/users', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/users', query, 'users.csv'),
};

export function userCreate(body: { email: string; display_name: string; role: Role; role_id: string | null; language: Language }, key: string) {
    return answer(api.POST('/api/v1/users', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function userUpdate(user: Pick<User, 'id' | 'version'>, body: { display_name?: string; role?: Role; role_id?: string | null; active?: boolean }): Promise<User> {
    return answer(api.PATCH('/api/v1/users/{id}', { params: { path: { id: user.id }, header: ifMatch(user.version) }, body }));
}

export const userFactorsReset = (id: string) => answer(api.DELETE('/api/v1/users/{id}/factors', { params: { path: { id } } }));
const ofUser = (id: string) => ({ params: { path: { id } } });

export const invitationResend = (id: string) => answer(api.POST('/api/v1/users/{id}/invitation', ofUser(id)));
export const invitationRevoke = (id: string) => api.DELETE('/api/v1/users/{id}/invitation', ofUser(id));
export const userSessionsEnd = (id: string, sessionId?: string) => api.POST('/api/v1/users/{id}/sessions/end', { ...ofUser(id), body: sessionId === undefined ? {} : { session_id: sessionId } });

/** Shown once to whoever invites; the letter has it, too. */
export interface InvitationLink {
    url: string;
    until: string;
}

export function linkOf({ setup_token: token, setup_expires_at: until }: { setup_token: string; setup_expires_at: string }): InvitationLink {
    return { url: `${location.origin}/setup#token=${encodeURIComponent(token)}`, until };
}
