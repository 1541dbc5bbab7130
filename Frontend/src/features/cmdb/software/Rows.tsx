import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { problemText, ProblemState, Section, Skeleton, useFormat, useList, type ListQuery, type ListSource } from '@monozu/ui';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './software.module.css';

export interface RowColumn<T> {
    id: string;
    header: string;
    cell: (row: T) => ReactNode;
}

interface RowsProps<T extends { id: string }> {
    title: string;
    source: ListSource<T>;
    query: ListQuery;
    columns: readonly RowColumn<T>[];
    empty: string;
    /** Where the rows can be searched: what the field is called. */
    search?: string;
    aside?: ReactNode;
}

const typingPauseMs = 250;

/** A list that is a part of a page: a table where there is room, a block a row on a phone; more rows when they are asked for. */
export function Rows<T extends { id: string }>({ title, source, query, columns, empty, search, aside }: RowsProps<T>) {
    const { t } = useTranslation();
    const format = useFormat();
    const [text, setText] = useState('');
    const [q] = useDebouncedValue(text.trim(), typingPauseMs);
    const { rows, total, problem, more, loadingMore, loadMore, reload } = useList(source, q === '' ? query : { ...query, q }, true);
    const count = total === null ? null : <span className={classes.count}>{format.number(total)}</span>;
    return (
        <Section title={title} aside={<>{count}{aside}</>}>
            {search !== undefined && <TextInput className={classes.search} aria-label={search} placeholder={search} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
            {problem !== null && rows === undefined && <ProblemState problem={problem} onRetry={reload} />}
            {problem !== null && rows !== undefined && <p className={classes.quiet}>{problemText(problem, t('ui.state.errorBody'))}</p>}
            {problem === null && rows === undefined && <Skeleton width={60} />}
            {rows?.length === 0 && <p className={classes.quiet}>{q === '' ? empty : t('inventory:nothingFound')}</p>}
            {rows !== undefined && rows.length > 0 && (
                <table className={classes.table} aria-label={title}>
                    <thead>
                        <tr>
                            {columns.map((column) => (
                                <th key={column.id} scope="col">
                                    {column.header}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row) => (
                            <tr key={row.id}>
                                {columns.map((column) => (
                                    <td key={column.id} data-label={column.header}>
                                        {column.cell(row)}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            {more && (
                <Button variant="default" loading={loadingMore} onClick={loadMore}>
                    {t('inventory:more')}
                </Button>
            )}
        </Section>
    );
}
