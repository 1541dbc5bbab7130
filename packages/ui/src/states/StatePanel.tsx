import { Button } from '@mantine/core';
import type { ApiProblem } from '@monozu/api-client';
import { CloudOff, Inbox, Lock, PackageX, SearchX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import classes from './StatePanel.module.css';

interface PanelProps {
    icon: LucideIcon;
    title: string;
    children?: ReactNode;
    action?: ReactNode;
    /** Read out at once, for what went wrong. */
    alert?: boolean;
    /** There is nothing else on the page: its title is the page's. */
    whole?: boolean | undefined;
}

type Whole = Pick<PanelProps, 'whole'>;

function Panel({ icon: Icon, title, children, action, alert = false, whole = false }: PanelProps) {
    const Title = whole ? 'h1' : 'h2';
    return (
        <div className={classes.panel} role={alert ? 'alert' : undefined}>
            <Icon size={28} strokeWidth={1.5} aria-hidden className={classes.icon} />
            <Title className={classes.title}>{title}</Title>
            {children !== undefined && <div className={classes.body}>{children}</div>}
            {action !== undefined && <div className={classes.action}>{action}</div>}
        </div>
    );
}

/** Nothing here yet: what this is for, and the first step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
    return (
        <Panel icon={Inbox} title={title} action={action}>
            {children}
        </Panel>
    );
}

export function FilteredState({ onClear }: { onClear: () => void }) {
    const { t } = useTranslation();
    return (
        <Panel
            icon={SearchX}
            title={t('ui.state.filteredTitle')}
            action={
                <Button variant="default" onClick={onClear}>
                    {t('ui.list.clearFilters')}
                </Button>
            }
        >
            {t('ui.state.filteredBody')}
        </Panel>
    );
}

export function NoPermissionState({ whole }: Whole) {
    const { t } = useTranslation();
    return (
        <Panel whole={whole} icon={Lock} title={t('ui.state.noPermissionTitle')}>
            {t('ui.state.noPermissionBody')}
        </Panel>
    );
}

export function NotLicensedState({ whole }: Whole) {
    const { t } = useTranslation();
    return (
        <Panel whole={whole} icon={PackageX} title={t('ui.state.notLicensedTitle')}>
            {t('ui.state.notLicensedBody')}
        </Panel>
    );
}

export function NotFoundState({ action, whole }: Whole & { action?: ReactNode }) {
    const { t } = useTranslation();
    return (
        <Panel whole={whole} icon={SearchX} title={t('ui.state.notFoundTitle')} action={action}>
            {t('ui.state.notFoundBody')}
        </Panel>
    );
}

/** What happened, what to do, and the number support asks for. */
export function ProblemState({ problem, onRetry, action, whole }: Whole & { problem: ApiProblem; onRetry?: () => void; action?: ReactNode }) {
    const { t } = useTranslation();
    const explain = useProblemText();
    if (problem.type === 'tenant-not-active') {
        return (
            <Panel alert whole={whole} icon={PackageX} title={t('ui.state.notActiveTitle')}>
                {t('ui.state.notActiveBody')}
            </Panel>
        );
    }
    if (problem.status === 403) {
        return problem.type === 'feature-not-licensed' || problem.type === 'not-licensed' ? <NotLicensedState whole={whole} /> : <NoPermissionState whole={whole} />;
    }
    if (problem.status === 404) {
        return <NotFoundState whole={whole} action={action} />;
    }
    const retry = onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
            {t('ui.retry')}
        </Button>
    );
    return (
        <Panel alert whole={whole} icon={problem.offline ? CloudOff : TriangleAlert} title={t(problem.offline ? 'ui.state.offlineTitle' : problem.type === 'quota-exceeded' ? 'ui.state.tooManyTitle' : 'ui.state.errorTitle')} action={retry}>
            <p>{explain(problem)}</p>
            {problem.requestId !== null && <p className={classes.request}>{t('ui.state.requestId', { id: problem.requestId })}</p>}
        </Panel>
    );
}

/** What a person is told of a problem: no answer and a quota that is used up in our own words, all else in the server's. */
export function useProblemText(): (problem: ApiProblem) => string {
    const { t } = useTranslation();
    const format = useFormat();
    return (problem) => {
        if (problem.offline) {
            return t('ui.state.offlineBody');
        }
        if (problem.type === 'quota-exceeded') {
            return t('ui.state.tooManyBody', { wait: format.duration(problem.retryAfter ?? 1) });
        }
        return problemText(problem, t('ui.state.errorBody'));
    };
}

/** The server's own sentence where it has one; it was written to be read. */
export function problemText(problem: ApiProblem, fallback: string): string {
    return problem.status >= 500 || problem.status <= 0 ? fallback : problem.detail || problem.title || fallback;
}
