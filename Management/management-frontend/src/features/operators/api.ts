import { answer, ifMatch } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { api, downloadList, type Operator, type Role } from '../../app/api';

export const operatorsKey = ['operators'] as const;
export const roles: readonly Role[] = ['viewer', 'operator', 'owner'];

export const operatorList: ListSource<Operator> = {
    key: operatorsKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/operators', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/operators', query, 'operators.csv'),
};

const at = (id: string) => ({ params: { path: { id } } });

export function operatorCreate(body: { email: string; display_name: string; role: Role }, key: string) {
    return answer(api.POST('/api/v1/operators', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function operatorUpdate(present: Operator, body: { display_name?: string; role?: Role; active?: boolean }) {
    return answer(api.PATCH('/api/v1/operators/{id}', { ...at(present.id), headers: ifMatch(present.version), body }));
}

export const operatorLink = (id: string) => answer(api.POST('/api/v1/operators/{id}/setup-link', at(id)));
export const factorsReset = (id: string) => api.DELETE('/api/v1/operators/{id}/factors', at(id));
export const operatorSessions = (id: string) => answer(api.GET('/api/v1/operators/{id}/sessions', at(id)));
export const operatorSessionsEnd = (id: string, session?: string) => api.POST('/api/v1/operators/{id}/sessions/end', { ...at(id), body: session === undefined ? {} : { session_id: session } });
