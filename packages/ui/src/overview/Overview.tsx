import type { ReactNode } from 'react';
import { AppLink } from '../nav/AppLink';
import { useTitle } from '../nav/useTitle';
import { useFormat } from '../format/useFormat';
import { Skeleton } from '../states/Skeleton';
import classes from './Overview.module.css';

export function OverviewPage({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
    useTitle(title);
    return (
        <div className={classes.page}>
            <header className={classes.header}>
                <h1>{title}</h1>
                <div className={classes.aside}>{aside}</div>
            </header>
            {children}
        </div>
    );
}

/** One question of the reader's and the numbers that answer it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
    return (
        <section className={classes.question}>
            <h2>{title}</h2>
            <div className={classes.numbers}>{children}</div>
        </section>
    );
}

export interface NumberTileProps {
    label: string;
    /** Undefined while it is on its way. */
    value: number | undefined;
    /** The list behind the number. */
    href: string;
    mark?: ReactNode;
    /** Draws the eye when there is anything to count. */
    urgent?: boolean;
    note?: string;
}

export function NumberTile({ label, value, href, mark, urgent = false, note }: NumberTileProps) {
    const format = useFormat();
    return (
        <AppLink href={href} className={classes.tile} data-urgent={urgent && value !== undefined && value > 0}>
            <span className={classes.value}>{value === undefined ? <Skeleton width={60} height={24} /> : format.number(value)}</span>
            <span className={classes.label}>
                {mark}
                {label}
            </span>
            {note !== undefined && <span className={classes.note}>{note}</span>}
        </AppLink>
    );
}
