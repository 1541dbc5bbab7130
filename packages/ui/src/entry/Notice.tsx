import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './entry.module.css';

const icons = { bad: CircleAlert, wait: Hourglass, good: CircleCheck };

/** What has happened, where there is no page yet to show it on; read out at once when it is bad news. */
export function Notice({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) {
    const Icon = icons[kind];
    return (
        <div role={kind === 'good' ? 'status' : 'alert'} className={classes.notice} data-kind={kind}>
            <Icon size={16} aria-hidden />
            <div>{children}</div>
        </div>
    );
}
