import { ListPage, RelativeTime, type Column, type FilterSpec } from '@monozu/ui';
import { ChainBadge, chainEveryMs } from '@monozu/ui/audit';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Module } from '../../app/Module';
import type { AuditEntry } from '../../app/types';
import { useAssignees } from '../../app/useAssignees';
import { auditList, verification } from './api';
import { summary } from './changes';
import { operations, phrase } from './operations';
import { dayRange } from './range';
import { Retention } from './Retention';
import { OutcomeTag, who } from './words';
import classes from './audit.module.css';
import '../../app/administrationWords';

const EntryDrawer = lazy(() => import('./EntryDrawer'));

export function AuditPage() {
    return (
        <Module permission="audit:read">
            <Audit />
        </Module>
    );
}

const rowId = (entry: AuditEntry) => entry.id;
const rowLabel = (entry: AuditEntry) => entry.operation;
const outcomes = ['done', 'refused', 'failed'] as const;

/** Who did what, when and from where, what became of it, and whether the log is still what was written. */
function Audit() {
    const { t } = useTranslation();
    const people = useAssignees();
    const { data: chain } = useQuery({ ...verification, refetchInterval: chainEveryMs });
    const [opened, setOpened] = useState<AuditEntry | null>(null);
    const columns = useMemo(
        (): Column<AuditEntry>[] => [
            { id: 'at', header: t('audit.at'), width: 130, sort: { field: 'at', first: 'down' }, card: 'lead', cell: (row) => <RelativeTime at={row.at} /> },
            {
                id: 'operation',
                header: t('audit.what'),
                width: 270,
                card: 'title',
                cell: (row) => (
                    <button type="button" className={classes.open} onClick={() => setOpened(row)}>
                        {phrase(row.operation, t)}
                    </button>
                ),
            },
            { id: 'actor', header: t('audit.actor'), width: 200, cell: (row) => who(row, t) },
            { id: 'outcome', header: t('audit.outcome'), width: 110, cell: (row) => <OutcomeTag outcome={row.outcome} /> },
            { id: 'changes', header: t('audit.changes'), width: 240, grow: true, cell: (row) => <span className={classes.changes} title={summary(row.changes)}>{summary(row.changes)}</span> },
            { id: 'address', header: t('audit.address'), width: 130, cell: (row) => row.remote_address ?? '—' },
        ],
        [t],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'operation', label: t('audit.what'), kind: 'choice', options: operations.map((value) => ({ value, label: phrase(value, t) })) },
            { id: 'actor_id', label: t('audit.actor'), kind: 'choice', options: people.map((person) => ({ value: person.id, label: person.name })) },
            { id: 'outcome', label: t('audit.outcome'), kind: 'choice', options: outcomes.map((value) => ({ value, label: t(`audit.outcomes.${value}`) })) },
            { id: 'from', label: t('audit.from'), kind: 'date' },
            { id: 'to', label: t('audit.to'), kind: 'date' },
            { id: 'target_id', label: t('audit.target'), kind: 'text' },
            { id: 'remote_address', label: t('audit.address'), kind: 'text' },
            { id: 'request_id', label: t('audit.request'), kind: 'text' },
        ],
        [t, people],
    );
    return (
        <>
            <ListPage
                name="audit"
                title={t('nav.audit')}
                columns={columns}
                source={auditList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="-at"
                filters={filters}
                translate={dayRange}
                aside={
                    <>
                        <ChainBadge found={chain} />
                        <Retention />
                    </>
                }
                empty={{ title: t('audit.emptyTitle'), body: t('audit.emptyBody') }}
            />
            {opened !== null && (
                <Suspense>
                    <EntryDrawer entry={opened} onClose={() => setOpened(null)} />
                </Suspense>
            )}
        </>
    );
}
