import { AppLink, ListPage, StateTag, type Column, type FilterSpec, type Tone } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { importQuery, rowList } from './api';
import { outcomes, type ImportRow, type Outcome } from './types';
import './words';
import classes from './imports.module.css';

export function RowsPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Rows />
        </Module>
    );
}

const tones: Record<Outcome, Tone> = { create: 'good', update: 'active', unchanged: 'off', conflict: 'wait', bad: 'bad' };
const rowId = (row: ImportRow) => row.id;
const rowLabel = (row: ImportRow) => String(row.number);
const reasons = (row: ImportRow) => row.problems.map(({ column, detail }) => (column === '' ? detail : `${column} ${detail}`)).join('; ');

/** The rows of a file with what would come, or came, of each. */
function Rows() {
    const { id } = useParams({ strict: false }) as { id: string };
    const { t } = useTranslation();
    const { data } = useQuery(importQuery(id));
    const columns = useMemo(
        (): Column<ImportRow>[] => [
            { id: 'number', header: t('cmdbImports:number'), width: 90, card: 'title', sort: { field: 'number', first: 'up' }, cell: (row) => String(row.number) },
            { id: 'outcome', header: t('cmdbImports:outcomeLabel'), width: 140, card: 'lead', cell: (row) => row.outcome !== null && <StateTag tone={tones[row.outcome]}>{t(`cmdbImports:outcome.${row.outcome}`)}</StateTag> },
            { id: 'why', header: t('cmdbImports:why'), width: 300, cell: (row) => <span title={reasons(row)}>{reasons(row)}</span> },
            { id: 'content', header: t('cmdbImports:content'), width: 360, grow: true, cell: (row) => <span className={classes.quiet}>{Object.values(row.cells).join(' · ')}</span> },
            {
                id: 'item',
                header: t('cmdbImports:item'),
                width: 110,
                card: 'action',
                cell: (row) =>
                    row.ci_id !== null && (
                        <AppLink href={paths.ci(row.ci_id)} aria-label={t('cmdbImports:open', { number: row.number })}>
                            {t('cmdb:openIt')}
                        </AppLink>
                    ),
            },
        ],
        [t],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'outcome', label: t('cmdbImports:outcomeLabel'), kind: 'choice', multiple: true, options: outcomes.map((value) => ({ value, label: t(`cmdbImports:outcome.${value}`) })) }], [t]);
    const source = useMemo(() => rowList(id), [id]);
    return (
        <ListPage
            name="ci-import-rows"
            title={t('cmdbImports:rowsTitle', { name: data?.name ?? '…' })}
            columns={columns}
            source={source}
            rowId={rowId}
            rowLabel={rowLabel}
            defaultSort="number"
            filters={filters}
            aside={<AppLink href={paths.ciImport(id)}>{t('nav.ciImports')}</AppLink>}
            empty={{ title: t('cmdbImports:noRows'), body: t('cmdbImports:noRowsBody') }}
        />
    );
}
