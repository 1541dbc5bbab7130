import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react';
import type { ApiProblem } from '@monozu/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keys/shortcuts';
import { neighbours } from '../list/trail';
import { AppLink } from '../nav/AppLink';
import { useNavigateTo } from '../nav/search';
import { useTitle } from '../nav/useTitle';
import { Skeleton } from '../states/Skeleton';
import { ProblemState } from '../states/StatePanel';
import { StaleBanner } from '../states/StaleBanner';
import classes from './DetailPage.module.css';

export interface DetailPageProps {
    /** The list it belongs to: previous and next follow the order that list was in. */
    list: { name: string; label: string; href: string; hrefOf: (id: string) => string };
    id: string;
    /** Short and unique, "INC-000123". */
    number?: string;
    title: string | undefined;
    /** The title where it can be changed in place. */
    heading?: ReactNode;
    state?: ReactNode;
    /** The two most likely things to do; the rest belongs behind a menu. */
    actions?: ReactNode;
    properties: ReactNode;
    children: ReactNode;
    problem: ApiProblem | null;
    /** When what is shown was read; it stays on the screen while the server is away. */
    updatedAt: number;
    onRetry: () => void;
}

export function DetailPage(props: DetailPageProps) {
    const { list, id, title } = props;
    const { t } = useTranslation();
    const go = useNavigateTo();
    useTitle(title === undefined ? undefined : [props.number, title].filter(Boolean).join(' '));
    const { previous, next, position, total, href } = neighbours(list.name, id);
    const back = href ?? list.href;
    const goTo = (target: string | null) => () => {
        if (target !== null) {
            go(list.hrefOf(target));
        }
    };
    useShortcuts([
        { keys: 'j', label: t('ui.keys.next'), run: goTo(next) },
        { keys: 'k', label: t('ui.keys.previous'), run: goTo(previous) },
        { keys: 'u', label: t('ui.keys.back'), run: () => go(back) },
    ]);
    const loading = title === undefined;
    return (
        <div className={classes.page}>
            <nav className={classes.path} aria-label={t('ui.detail.path')}>
                <AppLink href={back} className={classes.back}>
                    <ChevronLeft size={14} aria-hidden />
                    {list.label}
                </AppLink>
                {position !== null && (
                    <span className={classes.neighbours}>
                        <span className="mz-numbers">{t('ui.detail.position', { position, total })}</span>
                        <ActionIcon size="sm" variant="subtle" color="gray" disabled={previous === null} aria-label={t('ui.keys.previous')} onClick={goTo(previous)}>
                            <ChevronUp size={15} aria-hidden />
                        </ActionIcon>
                        <ActionIcon size="sm" variant="subtle" color="gray" disabled={next === null} aria-label={t('ui.keys.next')} onClick={goTo(next)}>
                            <ChevronDown size={15} aria-hidden />
                        </ActionIcon>
                    </span>
                )}
            </nav>
            {loading && props.problem !== null ? (
                <ProblemState whole problem={props.problem} onRetry={props.onRetry} action={<AppLink href={back}>{t('ui.detail.toList', { list: list.label })}</AppLink>} />
            ) : (
                <div className={classes.scroller}>
                    {props.problem !== null && <StaleBanner since={props.updatedAt} onRetry={props.onRetry} />}
                    <header className={classes.header}>
                        <div className={classes.heading}>
                            {(props.number !== undefined || props.state !== undefined) && (
                                <div className={classes.lead}>
                                    {props.number !== undefined && <span className="mz-numbers">{props.number}</span>}
                                    {props.state}
                                </div>
                            )}
                            <h1 className={classes.title}>{loading ? <Skeleton width={40} height={16} /> : (props.heading ?? title)}</h1>
                        </div>
                        {!loading && <div className={classes.actions}>{props.actions}</div>}
                    </header>
                    <div className={classes.columns}>
                        <div className={classes.content}>{loading ? <Bones /> : props.children}</div>
                        <aside className={classes.properties} aria-label={t('ui.detail.properties')}>
                            {loading ? <Bones /> : props.properties}
                        </aside>
                    </div>
                </div>
            )}
        </div>
    );
}

function Bones() {
    return (
        <div className={classes.bones}>
            {[80, 55, 70, 40].map((width) => (
                <Skeleton key={width} width={width} />
            ))}
        </div>
    );
}

/** A named part of a page, with its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
    return (
        <section className={classes.section}>
            <div className={classes.sectionHead}>
                <h2>{title}</h2>
                {aside}
            </div>
            {children}
        </section>
    );
}
