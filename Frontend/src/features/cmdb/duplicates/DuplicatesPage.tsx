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
import '../words';

const DecideModal = lazy(() => import('./DecideModal'));

export function DuplicatesPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Duplicates />
        </Module>
    );
}

const rowId = (pair: Duplicate) => `${pair.ci_a}-${pair.ci_b}`;
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
        const ci = (id: string, name: string) => <AppLink href={paths.ci(id)}>{name}</AppLink>;
        return [
            { id: 'a', header: t('cmdb:duplicate.one'), width: 220, grow: true, card: 'title', cell: (row) => ci(row.ci_a, row.name_a) },
            { id: 'b', header: t('cmdb:duplicate.other'), width: 220, card: 'title', cell: (row) => ci(row.ci_b, row.name_b) },
            { id: 'reasons', header: t('cmdb:duplicate.reasons'), width: 380, cell: (row) => <Reasons reasons={row.reasons} names={names} /> },
            { id: 'found', header: t('cmdb:duplicate.found'), width: 130, cell: (row) => <RelativeTime at={row.found_at} /> },
            {
                id: 'actions',
                header: t('cmdb:source.actions'),
                width: 110,
                card: 'action',
                cell: (row) =>
                    mayDecide && (
                        <Button size="compact-xs" variant="default" aria-label={t('cmdb:duplicate.decideNamed', { a: row.name_a, b: row.name_b })} onClick={() => setDeciding(row)}>
                            {t('cmdb:duplicate.decide')}
                        </Button>
                    ),
            },
        ];
    }, [t, names, mayDecide]);
    return (
        <>
            <ListPage name="ci-duplicates" title={t('nav.ciDuplicates')} columns={columns} source={duplicateList} rowId={rowId} rowLabel={rowLabel} onEdit={mayDecide ? setDeciding : undefined} empty={{ title: t('cmdb:duplicate.emptyTitle'), body: t('cmdb:duplicate.emptyBody') }} />
            {deciding !== null && (
                <Suspense>
                    <DecideModal pair={deciding} onClose={() => setDeciding(null)} />
                </Suspense>
            )}
        </>
    );
}
