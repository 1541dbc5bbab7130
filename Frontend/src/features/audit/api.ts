import { answer, ifMatch } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { api, downloadList } from '../../app/api';
import type { AuditEntry, AuditRetention } from '../../app/types';

export const auditKey = ['audit'] as const;

export const auditList: ListSource<AuditEntry> = {
    key: auditKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/audit', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/audit', query, 'audit.csv'),
    jsonLines: (query) => downloadList('/api/v1/audit', query, 'audit.jsonl'),
};

export const verification = {
    queryKey: [...auditKey, 'verification'],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/audit/verification', { signal })),
};

export const retention = {
    queryKey: [...auditKey, 'retention'],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/audit/retention', { signal })),
};

export function retentionPut(days: number, present: AuditRetention) {
    return answer(api.PUT('/api/v1/audit/retention', { headers: ifMatch(present.version), body: { days } }));
}
