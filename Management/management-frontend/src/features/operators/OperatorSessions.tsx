import { Button, Modal } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ProblemState, problemText, Skeleton, toast } from '@monozu/ui';
import { SessionList } from '@monozu/ui/account/SessionList';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Operator } from '../../app/api';
import { useMe } from '../../app/me';
import { operatorSessions, operatorSessionsEnd } from './api';
import classes from './operators.module.css';

/** Where an operator is signed in, for an owner to look at and to end. */
export default function OperatorSessions({ operator, onClose }: { operator: Operator; onClose: () => void }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const { data, error, refetch } = useQuery({ queryKey: ['operator-sessions', operator.id], queryFn: () => operatorSessions(operator.id) });
    const end = async (sessionId?: string) => {
        try {
            await operatorSessionsEnd(operator.id, sessionId);
            toast('done', t('sessions.ended'));
        } catch (failure) {
            toast('failed', t('sessions.endFailed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await refetch();
    };
    const ends = can('operators:write') ? { onEnd: (session: { id: string }) => void end(session.id) } : {};
    return (
        <Modal opened onClose={onClose} size="lg" title={t('sessions.titleOf', { name: operator.display_name })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {data === undefined ? (
                error === null ? <Skeleton width={40} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
            ) : data.items.length === 0 ? (
                <p>{t('sessions.none')}</p>
            ) : (
                <div className={classes.sessions}>
                    <SessionList sessions={data.items} {...ends} />
                    {can('operators:write') && (
                        <Button variant="default" onClick={() => void end()}>
                            {t('sessions.endAll')}
                        </Button>
                    )}
                </div>
            )}
        </Modal>
    );
}
