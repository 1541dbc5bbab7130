import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { AppLink } from '../nav/AppLink';
import { Skeleton } from '../states/Skeleton';
import { interactive, type Column, type RowsProps } from './ListTable';
import classes from './ListCards.module.css';

/** The same rows on a phone: the same data, one card each, nothing scrolls sideways. */
export default function ListCards<T>(props: RowsProps<T>) {
    const { columns, rows, rowId, more, loadingMore, onMore } = props;
    const scroller = useRef<HTMLDivElement>(null);
    // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read in this component only
    const virtual = useVirtualizer({
        count: rows === undefined ? 8 : rows.length,
        getScrollElement: () => scroller.current,
        estimateSize: () => 84,
        overscan: 8,
    });
    const items = virtual.getVirtualItems();
    const last = items.at(-1)?.index ?? 0;
    useEffect(() => {
        if (more && !loadingMore && rows !== undefined && last >= rows.length - 6) {
            onMore();
        }
    }, [more, loadingMore, rows, last, onMore]);

    const placed = (place: Column<T>['card']) => columns.filter((column) => (column.card ?? 'meta') === place);
    return (
        <div ref={scroller} className={classes.scroller} aria-busy={rows === undefined} data-dimmed={props.dimmed} tabIndex={0} role="region" aria-label={props.label}>
            <ul className={classes.list} style={{ height: virtual.getTotalSize() }}>
                {items.map((item) => {
                    const row = rows?.[item.index];
                    return (
                        <li
                            key={row === undefined ? item.index : rowId(row)}
                            ref={virtual.measureElement}
                            data-index={item.index}
                            className={classes.card}
                            style={{ transform: `translateY(${String(item.start)}px)` }}
                            onClick={(event) => {
                                if (row !== undefined && !interactive(event.target)) {
                                    props.onOpen(row);
                                }
                            }}
                        >
                            {row === undefined ? (
                                <div className={classes.bones}>
                                    <Skeleton width={30} />
                                    <Skeleton width={80} />
                                    <Skeleton width={55} />
                                </div>
                            ) : (
                                <>
                                    <div className={classes.lead}>{placed('lead').map((column) => <span key={column.id}>{column.cell(row)}</span>)}</div>
                                    <div className={classes.title}>
                                        {placed('title').map((column) =>
                                            props.rowHref === undefined ? (
                                                <span key={column.id}>{column.cell(row)}</span>
                                            ) : (
                                                <AppLink key={column.id} href={props.rowHref(row)}>
                                                    {column.cell(row)}
                                                </AppLink>
                                            ),
                                        )}
                                    </div>
                                    {placed('action').map((column) => (
                                        <div key={column.id} className={classes.action}>
                                            {column.cell(row)}
                                        </div>
                                    ))}
                                    <dl className={classes.meta}>
                                        {placed('meta').map((column) => (
                                            <div key={column.id}>
                                                <dt>{column.header}</dt>
                                                <dd>{column.cell(row)}</dd>
                                            </div>
                                        ))}
                                    </dl>
                                </>
                            )}
                        </li>
                    );
                })}
            </ul>
        </div>
    );
}
