import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { useWidths, type Widths } from './widths';
import classes from './ListTable.module.css';

export interface Column<T> {
    id: string;
    header: string;
    cell: (row: T) => ReactNode;
    /** Pixels; one column may grow into the room that is left. */
    width: number;
    grow?: boolean;
    align?: 'end';
    /** The server's name of the order by this column, and how it is mostly read. */
    sort?: { field: string; first: 'up' | 'down' } | undefined;
    /** Where it stands on a card, on a phone; `action` is the corner at the thumb. */
    card?: 'lead' | 'title' | 'meta' | 'action' | 'none';
}

export interface RowsProps<T> {
    name: string;
    label: string;
    columns: readonly Column<T>[];
    rows: readonly T[] | undefined;
    total: number | null;
    rowId: (row: T) => string;
    rowLabel: (row: T) => string;
    rowHref?: ((row: T) => string) | undefined;
    activeId: string | null;
    onActivate: (id: string) => void;
    onOpen: (row: T) => void;
    /** Null where there is nothing to be done with several rows. */
    selection: ReadonlySet<string> | null;
    onSelect: (ids: readonly string[], selected: boolean) => void;
    sort: string;
    onSort: (field: string, first: 'up' | 'down') => void;
    more: boolean;
    loadingMore: boolean;
    onMore: () => void;
    dimmed: boolean;
}

const rowHeight = 34;
const skeletonRows = 14;
const none: readonly never[] = [];

export function interactive(target: EventTarget): boolean {
    return target instanceof Element && target.closest('a, button, input, label, [role="menu"]') !== null;
}

export function ListTable<T>(props: RowsProps<T>) {
    const { name, columns, rows, rowId, activeId, selection, onSelect, more, loadingMore, onMore } = props;
    const { t } = useTranslation();
    const scroller = useRef<HTMLDivElement>(null);
    const lastChecked = useRef<string | null>(null);
    const { widths, resize, reset } = useWidths(name);
    const shown = rows ?? none;
    // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read in this component only
    const virtual = useVirtualizer({
        count: rows === undefined ? skeletonRows : shown.length + (more ? 1 : 0),
        getScrollElement: () => scroller.current,
        estimateSize: () => rowHeight,
        overscan: 16,
    });
    const items = virtual.getVirtualItems();
    const last = items.at(-1)?.index ?? 0;
    useEffect(() => {
        if (more && !loadingMore && rows !== undefined && last >= shown.length - 10) {
            onMore();
        }
    }, [more, loadingMore, rows, last, shown.length, onMore]);

    useEffect(() => {
        const index = activeId === null ? -1 : shown.findIndex((row) => rowId(row) === activeId);
        if (index >= 0) {
            virtual.scrollToIndex(index, { align: 'auto' });
        }
        // Scrolls when the active row changes, not when rows come and go around it.
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [activeId]);

    const template = useMemo(() => {
        const size = (column: Column<T>) => widths[column.id] ?? column.width;
        const tracks = columns.map((column) => (column.grow === true && widths[column.id] === undefined ? `minmax(${String(size(column))}px, 1fr)` : `${String(size(column))}px`));
        return `${selection === null ? '' : '36px '}${tracks.join(' ')}${columns.every((column) => column.grow !== true || widths[column.id] !== undefined) ? ' 1fr' : ''}`;
    }, [columns, widths, selection]);

    const check = (event: MouseEvent<HTMLInputElement>, id: string) => {
        const selected = event.currentTarget.checked;
        const from = shown.findIndex((row) => rowId(row) === lastChecked.current);
        const to = shown.findIndex((row) => rowId(row) === id);
        const range = event.shiftKey && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowId) : [id];
        lastChecked.current = id;
        onSelect(range, selected);
    };
    const allSelected = selection !== null && selection.size > 0 && shown.length > 0 && shown.every((row) => selection.has(rowId(row)));

    return (
        <div
            ref={scroller}
            role="grid"
            aria-label={props.label}
            aria-rowcount={(props.total ?? shown.length) + 1}
            aria-busy={rows === undefined}
            aria-multiselectable={selection !== null}
            aria-activedescendant={activeId === null ? undefined : `row-${activeId}`}
            tabIndex={0}
            className={classes.table}
            data-dimmed={props.dimmed}
            style={{ '--template': template } as CSSProperties}
            onKeyDown={(event) => moveByArrow(event, shown, rowId, activeId, props.onActivate)}
        >
            <div role="rowgroup" className={classes.head}>
                <div role="row" aria-rowindex={1} className={classes.row}>
                    {selection !== null && (
                        <div role="columnheader" className={classes.check}>
                            <input
                                type="checkbox"
                                aria-label={t('ui.list.selectAll')}
                                checked={allSelected}
                                disabled={shown.length === 0}
                                onChange={(event) => onSelect(shown.map(rowId), event.currentTarget.checked)}
                            />
                        </div>
                    )}
                    {columns.map((column) => (
                        <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} onResize={resize(column)} onReset={() => reset(column.id)} />
                    ))}
                </div>
            </div>
            <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
                {items.map((item) => {
                    const row = shown[item.index];
                    const position = { transform: `translateY(${String(item.start)}px)`, height: rowHeight };
                    if (row === undefined) {
                        return (
                            <div key={`bones-${String(item.index)}`} role="row" className={classes.row} style={position}>
                                {selection !== null && <div role="gridcell" />}
                                {columns.map((column, index) => (
                                    <div key={column.id} role="gridcell" className={classes.cell}>
                                        <Skeleton width={30 + ((item.index * 7 + index * 13) % 45)} />
                                    </div>
                                ))}
                            </div>
                        );
                    }
                    const id = rowId(row);
                    const isSelected = selection?.has(id) === true;
                    return (
                        <div
                            key={id}
                            id={`row-${id}`}
                            role="row"
                            aria-rowindex={item.index + 2}
                            aria-selected={selection === null ? undefined : isSelected}
                            className={classes.row}
                            data-active={id === activeId}
                            data-link={props.rowHref !== undefined}
                            style={position}
                            onClick={(event) => {
                                if (!interactive(event.target) && globalThis.getSelection()?.isCollapsed !== false) {
                                    props.onActivate(id);
                                    props.onOpen(row);
                                }
                            }}
                        >
                            {selection !== null && (
                                <div role="gridcell" className={classes.check}>
                                    <input type="checkbox" aria-label={t('ui.list.select', { name: props.rowLabel(row) })} checked={isSelected} onClick={(event) => check(event, id)} onChange={() => undefined} />
                                </div>
                            )}
                            {columns.map((column) => (
                                <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
                                    {column.cell(row)}
                                </div>
                            ))}
                        </div>
                    );
                })}
            </div>
        </div>
    );
}

interface HeaderCellProps<T> {
    column: Column<T>;
    sort: string;
    onSort: RowsProps<T>['onSort'];
    onResize: ReturnType<Widths['resize']>;
    onReset: () => void;
}

function HeaderCell<T>({ column, sort, onSort, onResize, onReset }: HeaderCellProps<T>) {
    const order = column.sort;
    const direction = order === undefined ? undefined : sort === order.field ? 'ascending' : sort === `-${order.field}` ? 'descending' : 'none';
    return (
        <div role="columnheader" aria-sort={direction} className={classes.headCell} data-align={column.align}>
            {order === undefined ? (
                <span className={classes.headLabel}>{column.header}</span>
            ) : (
                <button type="button" className={classes.headLabel} onClick={() => onSort(order.field, order.first)}>
                    {column.header}
                    {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
                    {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
                </button>
            )}
            <span aria-hidden className={classes.resizer} onPointerDown={onResize} onDoubleClick={onReset} />
        </div>
    );
}

function moveByArrow<T>(event: KeyboardEvent, rows: readonly T[], rowId: (row: T) => string, activeId: string | null, onActivate: (id: string) => void): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.target !== event.currentTarget) {
        return;
    }
    event.preventDefault();
    const present = activeId === null ? -1 : rows.findIndex((row) => rowId(row) === activeId);
    const next = rows[Math.min(Math.max(present + step, 0), rows.length - 1)];
    if (next !== undefined) {
        onActivate(rowId(next));
    }
}
