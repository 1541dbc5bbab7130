import { Button } from '@mantine/core';
import { isRecord, ListPage, recall, remember, useNavigateTo, useSearchState, without, type FilterSpec, type View } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { ciList, facetsQuery } from '../api';
import { statuses, type Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { AsOfBanner, AsOfButton } from './AsOf';
import { BulkEdit } from './BulkEdit';
import { allColumns, fileColumns, offer, pick, usualColumns } from './columns';
import { ofThePast } from './conditions';
import { useConditionFilters } from './useConditionFilters';
import classes from './list.module.css';
import '../words';

const ClassTree = lazy(() => import('./ClassTree'));
const CreateCi = lazy(() => import('./CreateCi'));

export function CisPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Cis />
        </Module>
    );
}

const rowId = (ci: Ci) => ci.id;
const rowLabel = (ci: Ci) => ci.name;
const columnsKey = 'cmdb.columns';
const viewParts = ['columns'];

function keptColumns(classKey: string): readonly string[] | null {
    const kept = recall(columnsKey, isRecord)?.[classKey];
    return Array.isArray(kept) && kept.every((id) => typeof id === 'string') ? kept : null;
}

function Cis() {
    const { t } = useTranslation();
    const { can } = useMe();
    const go = useNavigateTo();
    const [search, setSearch] = useSearchState();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const { new: creating, as_of: asOf, class_key: chosen } = search;
    const listed = without(search, 'new');
    const classKey = chosen ?? 'ci';
    const [query, setQuery] = useState<Record<string, string> | null>(null);
    const facets = useQuery({ ...facetsQuery(query ?? {}), enabled: query !== null });
    const mayWrite = can('cis:write') && asOf === undefined;

    const columns = useMemo(() => allColumns(classKey, catalogue, names, t, asOf === undefined), [classKey, catalogue, names, t, asOf]);
    // An address that names columns wins over what was chosen here before for this class.
    const shown = listed.columns?.split(',') ?? keptColumns(classKey) ?? usualColumns(classKey, catalogue);
    const choose = (ids: readonly string[] | null) => {
        remember(columnsKey, { ...recall(columnsKey, isRecord), [classKey]: ids });
        setSearch(ids === null ? without(search, 'columns') : { ...search, columns: ids.join(',') });
    };

    const conditions = useConditionFilters(classKey, catalogue, names);
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'class_key', label: t('cmdb:class'), kind: 'choice', options: [...(catalogue?.classes.values() ?? [])].filter(({ key }) => key !== 'ci').map(({ key }) => ({ value: key, label: names.classOf(key) })) },
            { id: 'status', label: t('cmdb:statusLabel'), kind: 'choice', multiple: true, options: statuses.map((value) => ({ value, label: names.status(value) })) },
            ...(asOf === undefined ? [{ id: 'stale', label: t('cmdb:staleLabel'), kind: 'choice' as const, options: [{ value: 'true', label: t('cmdb:stale') }, { value: 'false', label: t('cmdb:fresh') }] }] : []),
            ...conditions,
        ],
        [t, catalogue, names, conditions, asOf],
    );
    const views = useMemo(
        (): View[] => [
            { label: t('cmdb:views.all'), search: {} },
            { label: t('cmdb:views.inUse'), search: { status: 'in_use' } },
            { label: t('cmdb:views.stale'), search: { stale: 'true' } },
        ],
        [t],
    );
    const setClass = (key: string | undefined) => {
        // Conditions and columns are about attributes that the other class may not have.
        const kept = Object.fromEntries(Object.entries(listed).filter(([part]) => part !== 'class_key' && part !== 'columns' && (!part.startsWith('a.') || key === undefined || catalogue?.attributesOf(key).some((attribute) => `a.${attribute.key}` === part) === true)));
        setSearch(key === undefined ? kept : { ...kept, class_key: key });
    };
    const create = { label: t('cmdb:create'), run: () => setSearch({ ...search, new: '1' }) };
    return (
        <>
            <ListPage
                name="cis"
                title={t('nav.cis')}
                columns={pick(columns, shown)}
                source={ciList(fileColumns(shown))}
                rowId={rowId}
                rowLabel={rowLabel}
                rowHref={(row) => paths.ci(row.id, undefined, asOf)}
                defaultSort="name"
                filters={filters}
                views={views}
                viewParts={viewParts}
                searchLabel={asOf === undefined ? t('cmdb:search') : undefined}
                translate={(asked) => (asOf === undefined ? asked : ofThePast(asked, asOf))}
                onQuery={setQuery}
                aside={<AsOfButton asOf={asOf} onChange={(at) => setSearch(at === undefined ? without(listed, 'as_of') : { ...listed, as_of: at })} />}
                banner={asOf === undefined ? undefined : <AsOfBanner asOf={asOf} onNow={() => setSearch(without(listed, 'as_of'))} />}
                side={catalogue === undefined ? undefined : <Suspense fallback={<div className={classes.tree} />}><ClassTree catalogue={catalogue} names={names} chosen={chosen} counts={asOf === undefined && facets.data !== undefined ? new Map(facets.data.classes.map((facet) => [facet.key, facet])) : null} onChoose={setClass} /></Suspense>}
                choice={{ available: offer(columns, catalogue, names), shown, onChange: choose, onReset: () => choose(null) }}
                onEdit={mayWrite ? (row) => go(`${paths.ci(row.id)}#edit`) : undefined}
                primary={mayWrite ? create : undefined}
                bulk={mayWrite && catalogue !== undefined ? (ids, clear) => <BulkEdit ids={ids} query={query ?? {}} classKey={classKey} catalogue={catalogue} names={names} onDone={clear} /> : undefined}
                empty={{ title: t('cmdb:emptyTitle'), body: t('cmdb:emptyBody'), action: mayWrite ? <Button onClick={create.run}>{t('cmdb:create')}</Button> : undefined }}
            />
            {creating !== undefined && mayWrite && catalogue !== undefined && (
                <Suspense>
                    <CreateCi classKey={chosen} catalogue={catalogue} names={names} onClose={() => setSearch(listed)} />
                </Suspense>
            )}
        </>
    );
}
