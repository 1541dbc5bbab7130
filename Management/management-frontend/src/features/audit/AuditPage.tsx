import { answer } from '@monozu/api-client';
import { AppLink, ListPage, RelativeTime, StateTag, type Column, type FilterSpec, type ListSource } from '@monozu/ui';
import { ChainBadge, chainEveryMs } from '@monozu/ui/audit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, downloadList, type AuditEntry } from '../../app/api';
import { useMe } from '../../app/me';
import { paths } from '../../app/paths';

const rowId = (entry: AuditEntry) => entry.id;
const rowLabel = (entry: AuditEntry) => entry.operation;

const auditList: ListSource<AuditEntry> = {
    key: ['audit'],
    fetch: (query, signal) => answer(api.GET('/api/v1/audit', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/audit', query, 'audit.csv'),
    jsonLines: (query) => downloadList('/api/v1/audit', query, 'audit.jsonl'),
};

const verification = {
    queryKey: ['audit', 'verification'],
    queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/v1/audit/verification', { signal })),
};

const tones = { done: 'good', refused: 'bad', failed: 'wait' } as const;

const text = (changes: AuditEntry['changes']) => (changes === null || changes === undefined ? '—' : JSON.stringify(changes));

/** Which operator did what and when, and whether the log is still what was written. */
export function AuditPage() {
    const { t } = useTranslation();
    const { can } = useMe();
    const { data: chain } = useQuery({ ...verification, enabled: can('audit:read'), refetchInterval: chainEveryMs });
    const columns = useMemo(
        (): Column<AuditEntry>[] => [
            { id: 'at', header: t('audit.at'), width: 130, sort: { field: 'at', first: 'down' }, card: 'lead', cell: (row) => <RelativeTime at={row.at} /> },
            { id: 'operation', header: t('audit.operation'), width: 200, card: 'title', cell: (row) => row.operation },
            { id: 'actor', header: t('audit.actor'), width: 220, cell: (row) => row.actor_email ?? t(`audit.kind.${row.actor_kind}`) },
            {
                id: 'target',
                header: t('audit.target'),
                width: 160,
                cell: (row) => (row.target_id !== null && row.operation.startsWith('tenant_') ? <AppLink href={paths.tenant(row.target_id)}>{t('audit.toTenant')}</AppLink> : '—'),
            },
            { id: 'outcome', header: t('audit.outcome'), width: 110, cell: (row) => <StateTag tone={tones[row.outcome]}>{t(`audit.outcomes.${row.outcome}`)}</StateTag> },
            { id: 'changes', header: t('audit.changes'), width: 260, grow: true, cell: (row) => <span title={text(row.changes)}>{text(row.changes)}</span> },
            { id: 'address', header: t('audit.address'), width: 130, cell: (row) => row.remote_address ?? '—' },
        ],
        [t],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'operation', label: t('audit.operation'), kind: 'text' },
            { id: 'target_id', label: t('audit.targetId'), kind: 'text' },
        ],
        [t],
    );
    return (
        <ListPage
            name="audit"
            defaultSort="-at"
            title={t('nav.audit')}
            columns={columns}
            source={auditList}
            rowId={rowId}
            rowLabel={rowLabel}
            filters={filters}
            allowed={can('audit:read')}
            aside={<ChainBadge found={chain} />}
            empty={{ title: t('audit.emptyTitle'), body: t('audit.emptyBody') }}
        />
    );
}
