import { getCoreRowModel, useReactTable, type ColumnDef, type ColumnSizingState, type Header, type RowSelectionState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { isRecord, recall, remember } from '../store';
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
    sort?: { field: string; first: 'up' | 'down' };
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

function isWidths(value: unknown): value is ColumnSizingState {
    return isRecord(value) && Object.values(value).every((width) => typeof width === 'number');
}

export function interactive(target: EventTarget): boolean {
    return target instanceof Element && target.closest('a, button, input, label, [role="menu"]') !== null;
}

export function ListTable<T>(props: RowsProps<T>) {
    const { name, columns, rows, rowId, activeId, selection, onSelect, more, loadingMore, onMore } = props;
    const { t } = useTranslation();
    const scroller = useRef<HTMLDivElement>(null);
    const lastChecked = useRef<string | null>(null);
    const [widths, setWidths] = useState<ColumnSizingState>(() => recall(`widths.${name}`, isWidths) ?? {});

    const definitions = useMemo(() => columns.map((column): ColumnDef<T> => ({ id: column.id, size: column.width, minSize: 56, maxSize: 900 })), [columns]);
    const data = useMemo(() => [...(rows ?? [])], [rows]);
    const rowSelection = useMemo(() => Object.fromEntries([...(selection ?? [])].map((id) => [id, true])) as RowSelectionState, [selection]);
    // eslint-disable-next-line react-hooks/incompatible-library -- the table is read in this component only
    const table = useReactTable({
        data,
        columns: definitions,
        getRowId: rowId,
        getCoreRowModel: getCoreRowModel(),
        columnResizeMode: 'onChange',
        enableMultiRowSelection: true,
        state: { columnSizing: widths, rowSelection },
        onColumnSizingChange: setWidths,
    });
    useEffect(() => remember(`widths.${name}`, widths), [name, widths]);

    const shown = table.getRowModel().rows;
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
        const index = activeId === null ? -1 : shown.findIndex((row) => row.id === activeId);
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
        const from = shown.findIndex((row) => row.id === lastChecked.current);
        const to = shown.findIndex((row) => row.id === id);
        const range = event.shiftKey && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id) : [id];
        lastChecked.current = id;
        onSelect(range, selected);
    };
    const allSelected = shown.length > 0 && shown.every((row) => row.getIsSelected());

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
            onKeyDown={(event) => moveByArrow(event, shown.map((row) => row.id), activeId, props.onActivate)}
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
                                onChange={(event) => onSelect(shown.map((row) => row.id), event.currentTarget.checked)}
                            />
                        </div>
                    )}
                    {table.getFlatHeaders().map((header) => {
                        const column = columns.find((candidate) => candidate.id === header.id);
                        return column === undefined ? null : <HeaderCell key={header.id} header={header} column={column} sort={props.sort} onSort={props.onSort} />;
                    })}
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
                    return (
                        <div
                            key={row.id}
                            id={`row-${row.id}`}
                            role="row"
                            aria-rowindex={item.index + 2}
                            aria-selected={selection === null ? undefined : row.getIsSelected()}
                            className={classes.row}
                            data-active={row.id === activeId}
                            data-link={props.rowHref !== undefined}
                            style={position}
                            onClick={(event) => {
                                if (!interactive(event.target) && globalThis.getSelection()?.isCollapsed !== false) {
                                    props.onActivate(row.id);
                                    props.onOpen(row.original);
                                }
                            }}
                        >
                            {selection !== null && (
                                <div role="gridcell" className={classes.check}>
                                    <input type="checkbox" aria-label={t('ui.list.select', { name: props.rowLabel(row.original) })} checked={row.getIsSelected()} onClick={(event) => check(event, row.id)} onChange={() => undefined} />
                                </div>
                            )}
                            {columns.map((column) => (
                                <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
                                    {column.cell(row.original)}
                                </div>
                            ))}
                        </div>
                    );
                })}
            </div>
        </div>
    );
}

function HeaderCell<T>({ header, column, sort, onSort }: { header: Header<T, unknown>; column: Column<T>; sort: string; onSort: RowsProps<T>['onSort'] }) {
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
            <span aria-hidden className={classes.resizer} onMouseDown={header.getResizeHandler()} onTouchStart={header.getResizeHandler()} onDoubleClick={() => header.column.resetSize()} />
        </div>
    );
}

function moveByArrow(event: KeyboardEvent, ids: readonly string[], activeId: string | null, onActivate: (id: string) => void): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.target !== event.currentTarget) {
        return;
    }
    event.preventDefault();
    const next = ids[Math.min(Math.max((activeId === null ? -1 : ids.indexOf(activeId)) + step, 0), ids.length - 1)];
    if (next !== undefined) {
        onActivate(next);
    }
}
