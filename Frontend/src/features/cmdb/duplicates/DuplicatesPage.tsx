import { Button } from '@mantine/core';
import { AppLink, ListPage, RelativeTime, type Column } from '@monozu/ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { duplicateList, type Duplicate } from '../api';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { Reasons } from './Reasons';
import classes from '../cmdb.module.css';
import '../itemWords';

const DecideModal = lazy(() => import('./DecideModal'));

export function DuplicatesPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Duplicates />
        </Module>
    );
}

const rowId = (pair: Duplicate) => pair.id;
const rowLabel = (pair: Duplicate) => `${pair.name_a} / ${pair.name_b}`;

/** Pairs that share something that ought to be one thing's alone; a person decides. */
function Duplicates() {
    const { t } = useTranslation();
    const { can } = useMe();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [deciding, setDeciding] = useState<Duplicate | null>(null);
    const mayDecide = can('cis:merge');
    const columns = useMemo((): Column<Duplicate>[] => {
        const ci = (id: string, name: string, key: string) => (
            <>
                <AppLink href={paths.ci(id)}>{name}</AppLink> <span className={classes.quiet}>{names.classOf(key)}</span>
            </>
        );
        return [
            { id: 'a', header: t('cmdbItem:duplicate.one'), width: 220, grow: true, card: 'title', cell: (row) => ci(row.ci_a, row.name_a, row.class_a) },
            { id: 'b', header: t('cmdbItem:duplicate.other'), width: 220, card: 'title', cell: (row) => ci(row.ci_b, row.name_b, row.class_b) },
            { id: 'reasons', header: t('cmdbItem:duplicate.reasons'), width: 380, cell: (row) => <Reasons reasons={row.reasons} names={names} /> },
            { id: 'found', header: t('cmdbItem:duplicate.found'), width: 130, cell: (row) => <RelativeTime at={row.found_at} /> },
            {
                id: 'actions',
                header: t('cmdbItem:source.actions'),
                width: 110,
                card: 'action',
                cell: (row) =>
                    mayDecide && (
                        <Button size="compact-xs" variant="default" aria-label={t('cmdbItem:duplicate.decideNamed', { a: row.name_a, b: row.name_b })} onClick={() => setDeciding(row)}>
                            {t('cmdbItem:duplicate.decide')}
                        </Button>
                    ),
            },
        ];
    }, [t, names, mayDecide]);
    return (
        <>
            <ListPage name="ci-duplicates" title={t('nav.ciDuplicates')} columns={columns} source={duplicateList} rowId={rowId} rowLabel={rowLabel} onEdit={mayDecide ? setDeciding : undefined} empty={{ title: t('cmdbItem:duplicate.emptyTitle'), body: t('cmdbItem:duplicate.emptyBody') }} />
            {deciding !== null && (
                <Suspense>
                    <DecideModal pair={deciding} onClose={() => setDeciding(null)} />
                </Suspense>
            )}
        </>
    );
}
