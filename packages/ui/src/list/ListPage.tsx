import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ArrowUp, Braces, Columns3, Download, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { useFormat } from '../format/useFormat';
import { useShortcuts, type Shortcut } from '../keys/shortcuts';
import { useNavigateTo, useSearchState, stringifySearch, type Search } from '../nav/search';
import { useTitle } from '../nav/useTitle';
import { EmptyState, FilteredState, NoPermissionState, ProblemState, problemText } from '../states/StatePanel';
import { StaleBanner } from '../states/StaleBanner';
import { isText, recall, remember } from '../store';
import { toast } from '../toast/toasts';
import { BulkBar } from './BulkBar';
import { FilterBar } from './FilterBar';
import { ListTable, type Column, type RowsProps } from './ListTable';
import { useList, type ListSource } from './source';
import { isFiltered, readListState, toggledSort, toQuery, writeListState, type FilterSpec, type ListState } from './state';
import { leaveTrail } from './trail';
import type { View } from './views';
import { ViewTabs } from './ViewTabs';
import type { ColumnChoice } from './ColumnsModal';
import classes from './ListPage.module.css';

// Each kind of screen loads its own kind of rows.
const ListCards = lazy(() => import('./ListCards'));
const ColumnsModal = lazy(() => import('./ColumnsModal'));

export interface ListPageProps<T> {
    /** Names the list in this browser's memory: its order, widths and views. */
    name: string;
    title: string;
    columns: readonly Column<T>[];
    source: ListSource<T>;
    rowId: (row: T) => string;
    /** What a row is called where only words count: its number and title. */
    rowLabel: (row: T) => string;
    rowHref?: (row: T) => string;
    defaultSort?: string;
    filters?: readonly FilterSpec[];
    searchLabel?: string;
    views?: readonly View[];
    /** Changes what the address says into what the server is asked: "me" into an id. */
    translate?: (query: Record<string, string>) => Record<string, string>;
    /** Told what the server is asked for, by pages that have to know. */
    onQuery?: (query: Record<string, string>) => void;
    allowed?: boolean;
    /** The one thing mostly done from here; "c" does it too. */
    primary?: { label: string; run: () => void };
    onEdit?: (row: T) => void;
    bulk?: (ids: readonly string[], clear: () => void) => ReactNode;
    empty: { title: string; body: string; action?: ReactNode };
    /** Rows that came in while the list was open wait here, so that nothing moves under the pointer. */
    waiting?: { count: number; label: string; show: () => void };
    /** Stands beside the title: a connection indicator, a link to settings. */
    aside?: ReactNode;
    /** Time since which what is shown may be out of date. */
    staleSince?: number | null;
    /** Left of the rows where there is room, above them on a phone. */
    side?: ReactNode;
    /** Above the rows: of what time they are. */
    banner?: ReactNode;
    /** Which columns there are to choose from. */
    choice?: ColumnChoice | undefined;
    /** Words of the address that a saved view keeps beside the filters: the columns. */
    viewParts?: readonly string[];
}

const none: readonly never[] = [];

export function ListPage<T>(props: ListPageProps<T>) {
    const { name, columns, source, rowId, rowHref, filters = none, views = none, defaultSort = '', allowed = true } = props;
    const { t } = useTranslation();
    const format = useFormat();
    const go = useNavigateTo();
    const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
    const searchId = useId();
    useTitle(props.title);

    const [search, setSearch, path] = useSearchState();
    // The order last chosen stays for the next visit; an address that names one wins.
    const rememberedSort = recall(`sort.${name}`, isText);
    const state = readListState(search, filters, rememberedSort ?? defaultSort);
    const apply = (next: ListState) => setSearch(writeListState(next, filters, defaultSort, search));
    const asked = toQuery(state);
    const query = props.translate?.(asked) ?? asked;
    const list = useList(source, query, allowed);
    const { rows } = list;
    const { onQuery } = props;
    const queryText = JSON.stringify(query);
    useEffect(() => onQuery?.(JSON.parse(queryText) as Record<string, string>), [onQuery, queryText]);

    const [choosing, setChoosing] = useState(false);
    const [activeId, setActiveId] = useState<string | null>(null);
    const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
    const selectable = props.bulk !== undefined;
    const select = (ids: readonly string[], selected: boolean) => {
        const next = new Set(selection);
        ids.forEach((id) => (selected ? next.add(id) : next.delete(id)));
        setSelection(next);
    };

    const href = `${path}${stringifySearch(search)}`;
    useEffect(() => {
        if (rows !== undefined && !list.changing) {
            leaveTrail(name, rows.map(rowId), href);
        }
    }, [name, rows, rowId, href, list.changing]);

    const active = rows?.find((row) => rowId(row) === activeId);
    const open = (row: T) => {
        if (rowHref !== undefined) {
            go(rowHref(row));
        }
    };
    const move = (step: number) => {
        const index = active === undefined || rows === undefined ? -1 : rows.indexOf(active);
        const next = rows?.[Math.min(Math.max(index + step, 0), rows.length - 1)];
        if (next !== undefined) {
            setActiveId(rowId(next));
        }
    };
    const withActive = (run: (row: T) => void) => () => {
        if (active !== undefined) {
            run(active);
        }
    };
    const shortcuts: (Shortcut | false)[] = [
        { keys: 'j', label: t('ui.keys.down'), run: () => move(1) },
        { keys: 'k', label: t('ui.keys.up'), run: () => move(-1) },
        selectable && { keys: 'x', label: t('ui.keys.select'), run: withActive((row) => select([rowId(row)], !selection.has(rowId(row)))) },
        rowHref !== undefined && { keys: 'Enter', label: t('ui.keys.open'), run: withActive(open) },
        props.onEdit !== undefined && { keys: 'e', label: t('ui.keys.edit'), run: withActive(props.onEdit) },
        props.searchLabel !== undefined && { keys: '/', label: t('ui.keys.search'), run: () => document.getElementById(searchId)?.focus() },
        props.primary !== undefined && { keys: 'c', label: props.primary.label, run: props.primary.run },
        props.waiting !== undefined && { keys: '.', label: t('ui.keys.showNew'), run: props.waiting.show },
        selectable && { keys: 'Escape', label: t('ui.keys.clearSelection'), run: () => setSelection(new Set()) },
    ];
    useShortcuts(shortcuts.filter((shortcut) => shortcut !== false));

    const { reload } = list;
    const exportAs = (make: ListSource<T>['csv']) => () => {
        make?.(query).catch((error: unknown) => toast('failed', t('ui.list.csvFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) }));
    };

    const rowsProps: RowsProps<T> = {
        name,
        label: props.title,
        columns,
        rows,
        total: list.total,
        rowId,
        rowLabel: props.rowLabel,
        rowHref,
        activeId,
        onActivate: setActiveId,
        onOpen: open,
        selection: selectable ? selection : null,
        onSelect: select,
        sort: state.sort,
        onSort: (field, first) => {
            const sort = toggledSort(state.sort, field, first);
            remember(`sort.${name}`, sort);
            setSearch(writeListState({ ...state, sort }, filters, defaultSort, search));
        },
        more: list.more,
        loadingMore: list.loadingMore,
        onMore: list.loadMore,
        dimmed: list.changing,
    };

    const content = contentOf(allowed, list.problem, rows, isFiltered(state));

    const stale = props.staleSince ?? (rows !== undefined && list.problem !== null ? list.updatedAt : null);
    return (
        <div className={classes.page}>
            <header className={classes.header}>
                <h1 className={classes.title}>
                    {props.title}
                    {list.total !== null && content !== 'denied' && <span className={classes.count}>{format.number(list.total)}</span>}
                </h1>
                <div className={classes.actions}>
                    {props.aside}
                    {props.choice !== undefined && isPhone !== true && content === 'rows' && (
                        <ActionIcon variant="subtle" color="gray" aria-label={t('ui.list.columns')} title={t('ui.list.columns')} onClick={() => setChoosing(true)}>
                            <Columns3 size={15} aria-hidden />
                        </ActionIcon>
                    )}
                    {source.csv !== undefined && content === 'rows' && (
                        <ActionIcon variant="subtle" color="gray" aria-label={t('ui.list.csv')} title={t('ui.list.csv')} onClick={exportAs(source.csv)}>
                            <Download size={15} aria-hidden />
                        </ActionIcon>
                    )}
                    {source.jsonLines !== undefined && content === 'rows' && (
                        <ActionIcon variant="subtle" color="gray" aria-label={t('ui.list.jsonLines')} title={t('ui.list.jsonLines')} onClick={exportAs(source.jsonLines)}>
                            <Braces size={15} aria-hidden />
                        </ActionIcon>
                    )}
                    {props.primary !== undefined && content !== 'denied' && (
                        <Button leftSection={<Plus size={14} aria-hidden />} onClick={props.primary.run} className={classes.primary}>
                            {props.primary.label}
                        </Button>
                    )}
                </div>
            </header>
            {content !== 'denied' && views.length > 0 && <ViewTabs name={name} views={views} search={{ ...partsOf(search, props.viewParts), ...writeListState(state, filters, defaultSort) }} onChoose={setSearch} />}
            {content !== 'denied' && (filters.length > 0 || props.searchLabel !== undefined) && (
                <FilterBar state={state} filters={filters} onChange={apply} searchLabel={props.searchLabel ?? null} searchId={searchId} />
            )}
            {stale !== null && <StaleBanner since={stale} onRetry={reload} />}
            <p className="mz-hidden" aria-live="polite">
                {rows !== undefined && t('ui.list.announce', { count: list.total ?? rows.length })}
            </p>
            {props.waiting !== undefined && props.waiting.count > 0 && (
                <button type="button" className={classes.waiting} onClick={props.waiting.show}>
                    <ArrowUp size={13} aria-hidden /> {props.waiting.label}
                </button>
            )}
            {content !== 'denied' && props.banner}
            <div className={classes.body} data-side={props.side !== undefined && isPhone !== true}>
                {content !== 'denied' && props.side}
                <div className={classes.rows}>
                    {content === 'denied' && <NoPermissionState />}
                    {content === 'problem' && list.problem !== null && <ProblemState problem={list.problem} onRetry={reload} />}
                    {content === 'filtered' && <FilteredState onClear={() => apply({ ...state, q: '', filters: {} })} />}
                    {content === 'empty' && (
                        <EmptyState title={props.empty.title} action={props.empty.action}>
                            {props.empty.body}
                        </EmptyState>
                    )}
                    {content === 'rows' && (isPhone === true ? <Suspense><ListCards {...(rowsProps as RowsProps<unknown>)} /></Suspense> : <ListTable {...rowsProps} />)}
                </div>
            </div>
            {selection.size > 0 && props.bulk !== undefined && (
                <BulkBar count={selection.size} onClear={() => setSelection(new Set())}>
                    {props.bulk([...selection], () => setSelection(new Set()))}
                </BulkBar>
            )}
            {choosing && props.choice !== undefined && (
                <Suspense>
                    <ColumnsModal {...props.choice} onClose={() => setChoosing(false)} />
                </Suspense>
            )}
        </div>
    );
}

function partsOf(search: Search, parts: readonly string[] = none): Search {
    return Object.fromEntries(Object.entries(search).filter(([key]) => parts.includes(key)));
}

type Content = 'denied' | 'problem' | 'empty' | 'filtered' | 'rows';

function contentOf(allowed: boolean, problem: ApiProblem | null, rows: readonly unknown[] | undefined, filtered: boolean): Content {
    if (!allowed) {
        return 'denied';
    }
    if (problem?.status === 403) {
        return 'problem';
    }
    if (rows === undefined) {
        return problem === null ? 'rows' : 'problem';
    }
    return rows.length > 0 ? 'rows' : filtered ? 'filtered' : 'empty';
}
