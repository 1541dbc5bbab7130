import type { ApiProblem } from '@monozu/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { Notice } from './Notice';

const usualWaitSeconds = 60;

/** Why the door stays closed, and what to do about it. */
export function LoginProblem({ problem }: { problem: ApiProblem | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (problem === null) {
        return null;
    }
    if (problem.type === 'tenant-not-active') {
        return (
            <Notice kind="wait">
                <strong>{t('ui.login.notActiveTitle')}</strong>
                <p>{t('ui.login.notActiveBody')}</p>
                <p>{t('ui.login.notActiveStep')}</p>
            </Notice>
        );
    }
    const text =
        problem.status === 401
            ? t('ui.login.wrong')
            : problem.status === 429
              ? t('ui.login.tooMany', { wait: format.duration(problem.retryAfter ?? usualWaitSeconds) })
              : problem.offline
                ? t('ui.state.offlineBody')
                : t('ui.state.errorBody');
    return (
        <Notice kind="bad">
            <p>{text}</p>
            {problem.status >= 500 && problem.requestId !== null && <p>{t('ui.state.requestId', { id: problem.requestId })}</p>}
        </Notice>
    );
}
