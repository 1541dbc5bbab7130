import { answer } from '@monozu/api-client';
import { ListPage, RelativeTime, type Column, type FilterSpec, type ListSource } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, downloadList } from '../../app/api';
import { Module } from '../../app/Module';
import type { AuditEntry } from '../../app/types';
import { useAssignees } from '../../app/useAssignees';
import { dayRange } from './range';
import classes from './audit.module.css';

export function AuditPage() {
    return (
        <Module permission="audit:read">
            <Audit />
        </Module>
    );
}

const rowId = (entry: AuditEntry) => entry.id;
const rowLabel = (entry: AuditEntry) => entry.operation;

const auditList: ListSource<AuditEntry> = {
    key: ['audit'],
    fetch: (query, signal) => answer(api.GET('/api/v1/audit', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/audit', query, 'audit.csv'),
};

function summary(changes: AuditEntry['changes']): string {
    return changes === null || changes === undefined ? '—' : JSON.stringify(changes);
}

/** Who did what, and when: every write of this tenant, as the server noted it in the same transaction. */
function Audit() {
    const { t } = useTranslation();
    const people = useAssignees();
    const columns = useMemo(
        (): Column<AuditEntry>[] => [
            { id: 'at', header: t('audit.at'), width: 130, sort: { field: 'at', first: 'down' }, card: 'lead', cell: (row) => <RelativeTime at={row.at} /> },
            { id: 'operation', header: t('audit.operation'), width: 200, card: 'title', cell: (row) => <span className={classes.operation}>{row.operation}</span> },
            { id: 'actor', header: t('audit.actor'), width: 220, cell: (row) => row.actor_email ?? t(`audit.kind.${row.actor_kind}`) },
            { id: 'changes', header: t('audit.changes'), width: 260, grow: true, cell: (row) => <span className={classes.changes} title={summary(row.changes)}>{summary(row.changes)}</span> },
            { id: 'address', header: t('audit.address'), width: 130, cell: (row) => row.remote_address ?? '—' },
            { id: 'request', header: t('audit.request'), width: 150, card: 'none', cell: (row) => <code className={classes.code} title={row.request_id ?? undefined}>{row.request_id ?? '—'}</code> },
        ],
        [t],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'operation', label: t('audit.operation'), kind: 'text' },
            { id: 'actor_id', label: t('audit.actor'), kind: 'choice', options: people.map((person) => ({ value: person.id, label: person.name })) },
            { id: 'from', label: t('audit.from'), kind: 'date' },
            { id: 'to', label: t('audit.to'), kind: 'date' },
        ],
        [t, people],
    );
    return <ListPage name="audit" title={t('nav.audit')} columns={columns} source={auditList} rowId={rowId} rowLabel={rowLabel} defaultSort="-at" filters={filters} translate={dayRange} empty={{ title: t('audit.emptyTitle'), body: t('audit.emptyBody') }} />;
}
