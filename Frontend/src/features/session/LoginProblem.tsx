import type { ApiProblem } from '@monozu/api-client';
import { useFormat } from '@monozu/ui';
import { CircleAlert, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './session.module.css';

/** Why the door stays closed, and what to do about it. */
export function LoginProblem({ problem }: { problem: ApiProblem | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (problem === null) {
        return null;
    }
    if (problem.type === 'tenant-not-active') {
        return (
            <div role="alert" className={classes.notice} data-kind="wait">
                <Hourglass size={16} aria-hidden />
                <div>
                    <strong>{t('login.notActiveTitle')}</strong>
                    <p>{t('login.notActiveBody')}</p>
                    <p>{t('login.notActiveStep')}</p>
                </div>
            </div>
        );
    }
    const text =
        problem.status === 401
            ? t('login.wrong')
            : problem.status === 429
              ? t('login.tooMany', { wait: format.duration(problem.retryAfter ?? 60) })
              : problem.offline
                ? t('ui.state.offlineBody')
                : t('ui.state.errorBody');
    return (
        <div role="alert" className={classes.notice} data-kind="bad">
            <CircleAlert size={16} aria-hidden />
            <div>
                <p>{text}</p>
                {problem.status >= 500 && problem.requestId !== null && <p>{t('ui.state.requestId', { id: problem.requestId })}</p>}
            </div>
        </div>
    );
}
