import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ActionMenu, ListPage, problemText, RelativeTime, toast, useNavigateTo, useSearchState, type Column, type FilterSpec, type MenuEntry, type View } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { Incident } from '../../app/types';
import { useAssignees } from '../../app/useAssignees';
import { incidentBulkAssign, incidentList, incidentsKey } from './api';
import { assigneeQuery } from './query';
import { IncidentStatus, priorities, Priority, statuses } from './words';
import classes from './incidents.module.css';

const CreateIncident = lazy(() => import('./CreateIncident'));

export function IncidentsPage() {
    return (
        <Module feature="itsm" permission="incidents:read">
            <Incidents />
        </Module>
    );
}

const rowId = (incident: Incident) => incident.id;
const rowLabel = (incident: Incident) => `${incident.number} ${incident.title}`;
const rowHref = (incident: Incident) => paths.incident(incident.id);

function Incidents() {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const go = useNavigateTo();
    const [search, setSearch] = useSearchState();
    const assignees = useAssignees();
    const mayWrite = can('incidents:write');

    const columns = useMemo(
        (): Column<Incident>[] => [
            { id: 'number', header: t('incidents.number'), width: 100, sort: { field: 'number', first: 'down' }, card: 'lead', cell: (row) => <span className={classes.number}>{row.number}</span> },
            { id: 'priority', header: t('incidents.priorityLabel'), width: 104, sort: { field: 'priority', first: 'down' }, card: 'lead', cell: (row) => <Priority priority={row.priority} /> },
            { id: 'title', header: t('incidents.title'), width: 260, grow: true, card: 'title', cell: (row) => <span className={classes.title}>{row.title}</span> },
            { id: 'status', header: t('incidents.statusLabel'), width: 124, card: 'lead', cell: (row) => <IncidentStatus status={row.status} /> },
            { id: 'assignee', header: t('incidents.assignee'), width: 160, cell: (row) => row.assignee_name ?? <span className={classes.nobody}>{t('incidents.nobody')}</span> },
            { id: 'updated', header: t('incidents.updated'), width: 120, sort: { field: 'updated_at', first: 'down' }, cell: (row) => <RelativeTime at={row.updated_at} /> },
            { id: 'created', header: t('incidents.created'), width: 120, sort: { field: 'created_at', first: 'down' }, card: 'none', cell: (row) => <RelativeTime at={row.created_at} /> },
        ],
        [t],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'status', label: t('incidents.statusLabel'), kind: 'choice', multiple: true, options: statuses.map((value) => ({ value, label: t(`incidents.status.${value}`) })) },
            { id: 'priority', label: t('incidents.priorityLabel'), kind: 'choice', multiple: true, options: priorities.map((value) => ({ value, label: t(`incidents.priority.${value}`) })) },
            { id: 'assignee', label: t('incidents.assignee'), kind: 'choice', options: [{ value: 'none', label: t('incidents.nobody') }, { value: 'me', label: t('incidents.me') }, ...assignees.filter((person) => person.id !== me.id).map((person) => ({ value: person.id, label: person.name }))] },
        ],
        [t, assignees, me.id],
    );
    const views = useMemo(
        (): View[] => [
            { label: t('incidents.views.active'), search: { status: 'open,in_progress' } },
            { label: t('incidents.views.mine'), search: { status: 'open,in_progress', assignee: 'me' } },
            { label: t('incidents.views.unassigned'), search: { status: 'open,in_progress', assignee: 'none' } },
            { label: t('incidents.views.all'), search: {} },
        ],
        [t],
    );
    const { new: creating, ...listed } = search;
    return (
        <>
            <ListPage
                name="incidents"
                title={t('nav.incidents')}
                columns={columns}
                source={incidentList}
                rowId={rowId}
                rowLabel={rowLabel}
                rowHref={rowHref}
                defaultSort="-created_at"
                filters={filters}
                views={views}
                searchLabel={t('incidents.search')}
                translate={(query) => assigneeQuery(query, me.id)}
                onEdit={mayWrite ? (row) => go(`${paths.incident(row.id)}#edit`) : undefined}
                primary={mayWrite ? { label: t('incidents.create'), run: () => setSearch({ ...search, new: '1' }) } : undefined}
                bulk={mayWrite ? (ids, clear) => <BulkAssign ids={ids} onDone={clear} /> : undefined}
                empty={{ title: t('incidents.emptyTitle'), body: t('incidents.emptyBody'), action: mayWrite ? <Button onClick={() => setSearch({ ...search, new: '1' })}>{t('incidents.create')}</Button> : undefined }}
            />
            {creating !== undefined && mayWrite && (
                <Suspense>
                    <CreateIncident onClose={() => setSearch(listed)} />
                </Suspense>
            )}
        </>
    );
}

function BulkAssign({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
    const { t } = useTranslation();
    const { me } = useMe();
    const queries = useQueryClient();
    const assignees = useAssignees();
    const assign = async (assigneeId: string | null) => {
        try {
            const { updated } = await incidentBulkAssign(ids, assigneeId);
            toast('done', t('incidents.bulkAssigned', { count: updated }));
            onDone();
        } catch (error) {
            toast('failed', t('incidents.assignFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
        } finally {
            void queries.invalidateQueries({ queryKey: incidentsKey });
        }
    };
    const others = assignees.filter((person) => person.id !== me.id);
    const entries: MenuEntry[] = [
        { label: t('incidents.toMe'), run: () => void assign(me.id) },
        { label: t('incidents.toNobody'), run: () => void assign(null) },
        ...(others.length > 0 ? (['divider'] as const) : []),
        ...others.map((person) => ({ label: person.name, run: () => void assign(person.id) })),
    ];
    return (
        <ActionMenu
            position="top"
            entries={entries}
            target={
                <Button size="compact-sm" leftSection={<UserRoundPlus size={14} aria-hidden />}>
                    {t('incidents.assign')}
                </Button>
            }
        />
    );
}
