import { Button, Modal } from '@mantine/core';
import { answer, asProblem } from '@monozu/api-client';
import { ProblemState, problemText, Skeleton, toast } from '@monozu/ui';
import { SessionList } from '@monozu/ui/account/SessionList';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { User } from '../../app/types';
import { userSessionsEnd } from './api';
import classes from './users.module.css';

/** Where a user is signed in here, for an administrator to look at and to end. */
export function UserSessions({ user, onClose }: { user: User; onClose: () => void }) {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery({ queryKey: ['user-sessions', user.id], queryFn: ({ signal }) => answer(api.GET('/api/v1/users/{id}/sessions', { params: { path: { id: user.id } }, signal })) });
    const end = async (sessionId?: string) => {
        try {
            await userSessionsEnd(user.id, sessionId);
            toast('done', t('sessions.ended'));
        } catch (failure) {
            toast('failed', t('sessions.endFailed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await refetch();
    };
    return (
        <Modal opened onClose={onClose} size="lg" title={t('sessions.titleOf', { name: user.display_name })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {data === undefined ? (
                error === null ? <Skeleton width={40} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
            ) : data.items.length === 0 ? (
                <p>{t('sessions.none')}</p>
            ) : (
                <div className={classes.sessions}>
                    <SessionList sessions={data.items} onEnd={(session) => void end(session.id)} />
                    <Button variant="default" onClick={() => void end()}>
                        {t('sessions.endAll')}
                    </Button>
                </div>
            )}
        </Modal>
    );
}
