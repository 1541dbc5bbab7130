import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { ProblemState, problemText } from '../states/StatePanel';
import { toast } from '../toast/toasts';
import { SessionList, type OpenSession } from './SessionList';
import classes from './password.module.css';

const ConfirmModal = lazy(async () => ({ default: (await import('../form/ConfirmModal')).ConfirmModal }));

/** The calls of a console's own service. */
export interface OwnSessionsApi {
    key: readonly string[];
    list: (signal: AbortSignal) => Promise<{ items: OpenSession[] }>;
    end: (id: string) => Promise<unknown>;
    endOthers: () => Promise<unknown>;
}

/** Where the signed-in person is signed in, to look at and to end. */
export function OwnSessions({ api, tenants = false }: { api: OwnSessionsApi; tenants?: boolean }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { data, error, refetch } = useQuery({ queryKey: api.key, queryFn: ({ signal }) => api.list(signal) });
    const [asked, setAsked] = useState<OpenSession | 'others' | null>(null);
    if (data === undefined) {
        return error === null ? <Skeleton width={40} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const end = async (what: OpenSession | 'others') => {
        try {
            await (what === 'others' ? api.endOthers() : api.end(what.id));
            toast('done', t('sessions.ended'));
        } catch (failure) {
            toast('failed', t('sessions.endFailed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await queries.invalidateQueries({ queryKey: api.key });
    };
    return (
        <>
            <p className={classes.quiet}>{t('sessions.lead')}</p>
            <SessionList sessions={data.items} tenants={tenants} onEnd={setAsked} />
            {data.items.length > 1 && (
                <div>
                    <Button variant="default" onClick={() => setAsked('others')}>
                        {t('sessions.endOthers')}
                    </Button>
                </div>
            )}
            <Suspense>
                {asked !== null && (
                    <ConfirmModal
                        title={asked === 'others' ? t('sessions.endOthers') : t('sessions.end')}
                        body={t('sessions.endBody')}
                        label={asked === 'others' ? t('sessions.endOthers') : t('sessions.end')}
                        onClose={() => setAsked(null)}
                        onConfirm={() => end(asked)}
                    />
                )}
            </Suspense>
        </>
    );
}
