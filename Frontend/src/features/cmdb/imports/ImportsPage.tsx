import { Button } from '@mantine/core';
import { ListPage, RelativeTime, StateTag, useFormat, useNavigateTo, useSearchState, type Column, type Tone } from '@monozu/ui';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { importList } from './api';
import type { Import, ImportState } from './types';
import './words';

const UploadModal = lazy(() => import('./UploadModal'));

export function ImportsPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Imports />
        </Module>
    );
}

export const tones: Record<ImportState, Tone> = {
    uploading: 'work',
    ready: 'active',
    checking: 'work',
    checked: 'active',
    applying: 'work',
    applied: 'good',
    cancelled: 'off',
    undoing: 'work',
    undone: 'off',
    failed: 'bad',
};
const rowId = (row: Import) => row.id;
const rowLabel = (row: Import) => row.name;

function Imports() {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const go = useNavigateTo();
    const [search, setSearch] = useSearchState();
    const columns = useMemo(
        (): Column<Import>[] => [
            { id: 'name', header: t('cmdbImports:file'), width: 260, grow: true, card: 'title', cell: (row) => row.name },
            { id: 'state', header: t('cmdbImports:stateLabel'), width: 180, card: 'lead', cell: (row) => <StateTag tone={tones[row.state]}>{t(`cmdbImports:state.${row.state}`)}</StateTag> },
            { id: 'rows', header: t('cmdbImports:rows'), width: 100, cell: (row) => format.number(row.row_count) },
            { id: 'applied', header: t('cmdbImports:imported'), width: 130, cell: (row) => format.number(row.applied) },
            { id: 'by', header: t('cmdbImports:by'), width: 180, cell: (row) => row.created_by_name ?? '—' },
            { id: 'at', header: t('cmdbImports:at'), width: 130, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
        ],
        [t, format],
    );
    const mayWrite = can('cis:write');
    const begin = { label: t('cmdbImports:new'), run: () => setSearch({ ...search, new: '1' }) };
    return (
        <>
            <ListPage
                name="ci-imports"
                title={t('nav.ciImports')}
                columns={columns}
                source={importList}
                rowId={rowId}
                rowLabel={rowLabel}
                rowHref={(row) => paths.ciImport(row.id)}
                defaultSort="-created_at"
                primary={mayWrite ? begin : undefined}
                empty={{ title: t('cmdbImports:emptyTitle'), body: t('cmdbImports:emptyBody'), action: mayWrite ? <Button onClick={begin.run}>{begin.label}</Button> : undefined }}
            />
            {search.new !== undefined && mayWrite && (
                <Suspense>
                    <UploadModal onClose={() => setSearch({})} onDone={(made) => go(paths.ciImport(made.id))} />
                </Suspense>
            )}
        </>
    );
}
