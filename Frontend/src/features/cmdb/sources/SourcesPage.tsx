import { Button } from '@mantine/core';
import { ListPage, RelativeTime, StateTag, useFormat, type Column } from '@monozu/ui';
import { Pencil } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { sourceList, type Source } from '../api';
import '../itemWords';

const SourceModal = lazy(() => import('./SourceModal'));

export function SourcesPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Sources />
        </Module>
    );
}

const rowId = (source: Source) => source.id;
const rowLabel = (source: Source) => source.name;

function Sources() {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const names = useModelNames();
    const [editing, setEditing] = useState<Source | null>(null);
    const mayWrite = can('cis:merge');
    const columns = useMemo(
        (): Column<Source>[] => [
            { id: 'name', header: t('cmdb:name'), width: 240, grow: true, card: 'title', cell: (row) => row.name },
            { id: 'kind', header: t('cmdbItem:source.kind'), width: 160, card: 'lead', cell: (row) => names.source(row.kind) },
            { id: 'state', header: t('cmdbItem:source.state'), width: 130, card: 'lead', cell: (row) => (row.quiet ? <StateTag tone="wait">{t('cmdbItem:source.quiet')}</StateTag> : <StateTag tone="good">{t('cmdbItem:source.heard')}</StateTag>) },
            { id: 'records', header: t('cmdbItem:source.records'), width: 110, align: 'end', cell: (row) => <span className="mz-numbers">{format.number(row.records)}</span> },
            { id: 'seen', header: t('cmdbItem:source.seen'), width: 140, cell: (row) => <RelativeTime at={row.seen_at} /> },
            { id: 'quiet', header: t('cmdbItem:source.quietAfter'), width: 150, cell: (row) => (row.quiet_after_hours === null ? t('cmdbItem:source.never') : format.duration(row.quiet_after_hours * 3600)) },
            { id: 'created', header: t('cmdbItem:source.since'), width: 140, card: 'none', cell: (row) => <RelativeTime at={row.created_at} /> },
            {
                id: 'actions',
                header: t('cmdbItem:source.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite && (
                        <Button size="compact-xs" variant="default" aria-label={t('ui.detail.edit', { name: row.name })} onClick={() => setEditing(row)}>
                            <Pencil size={13} aria-hidden />
                        </Button>
                    ),
            },
        ],
        [t, format, names, mayWrite],
    );
    return (
        <>
            <ListPage name="ci-sources" title={t('nav.ciSources')} columns={columns} source={sourceList} rowId={rowId} rowLabel={rowLabel} onEdit={mayWrite ? setEditing : undefined} empty={{ title: t('cmdbItem:source.emptyTitle'), body: t('cmdbItem:source.emptyBody') }} />
            {editing !== null && (
                <Suspense>
                    <SourceModal source={editing} onClose={() => setEditing(null)} />
                </Suspense>
            )}
        </>
    );
}
