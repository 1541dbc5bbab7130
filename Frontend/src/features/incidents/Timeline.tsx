import { RelativeTime } from '@monozu/ui';
import { ArrowRight, CircleCheck, CircleDot, CircleSlash, MessageSquare, Pencil, RotateCcw, UserRound, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../app/types';
import { changesOf } from './changes';
import classes from './timeline.module.css';

const icons: Record<TimelineEntry['kind'], LucideIcon> = {
    created: CircleDot,
    comment: MessageSquare,
    changed: Pencil,
    assigned: UserRound,
    resolved: CircleCheck,
    closed: CircleSlash,
    reopened: RotateCcw,
};

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
    // Whatever order they came in, a story is told from its beginning.
    const ordered = [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return (
        <ol className={classes.timeline}>
            {ordered.map((entry) => (
                <Entry key={entry.id} entry={entry} />
            ))}
        </ol>
    );
}

function Entry({ entry }: { entry: TimelineEntry }) {
    const { t } = useTranslation();
    const Icon = icons[entry.kind];
    const changes = changesOf(entry.changes as Record<string, unknown> | null, t);
    return (
        <li className={classes.entry} data-kind={entry.kind}>
            <span className={classes.icon}>
                <Icon size={13} aria-hidden />
            </span>
            <div className={classes.body}>
                <div className={classes.head}>
                    <strong>{entry.actor_name ?? t('incidents.system')}</strong> {t(`incidents.kind.${entry.kind}`)} <RelativeTime at={entry.at} />
                </div>
                {entry.kind !== 'created' && changes.length > 0 && (
                    <ul className={classes.changes}>
                        {changes.map((change) => (
                            <li key={change.label}>
                                <span className={classes.label}>{change.label}</span>
                                {change.from !== null && (
                                    <>
                                        <s>{change.from}</s> <ArrowRight size={11} aria-label={t('incidents.becomes')} />
                                    </>
                                )}
                                <span>{change.to}</span>
                            </li>
                        ))}
                    </ul>
                )}
                {(entry.body ?? '') !== '' && <p className={classes.text}>{entry.body}</p>}
            </div>
        </li>
    );
}
