import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { OverviewPage, ProblemState, problemText, Skeleton, toast } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { SessionList } from '../../app/SessionList';
import type { OpenSession } from '../../app/types';
import classes from './account.module.css';
import { ownSessionsQuery, sessionEnd, sessionsEndOthers } from './api';

const ProfileForm = lazy(async () => ({ default: (await import('./ProfileForm')).ProfileForm }));
const PasswordForm = lazy(async () => ({ default: (await import('./PasswordForm')).PasswordForm }));

/** One's own name, language, password and sessions. */
export function AccountPage() {
    const { t } = useTranslation();
    const { me } = useMe();
    return (
        <OverviewPage title={t('nav.account')}>
            <div className={classes.account}>
                <section aria-labelledby="profile">
                    <h2 id="profile">{t('account.profile')}</h2>
                    <p className={classes.quiet}>
                        {me.display_name} · {me.email}
                    </p>
                    <OnDemand label={t('account.change')}>
                        <ProfileForm />
                    </OnDemand>
                </section>
                <section aria-labelledby="password">
                    <h2 id="password">{t('account.password')}</h2>
                    <OnDemand label={t('account.changePassword')}>
                        <PasswordForm />
                    </OnDemand>
                </section>
                <section aria-labelledby="sessions">
                    <h2 id="sessions">{t('sessions.title')}</h2>
                    <Sessions />
                </section>
            </div>
        </OverviewPage>
    );
}

/** A form that is loaded when somebody asks for it; until then there is a button. */
function OnDemand({ label, children }: { label: string; children: ReactNode }) {
    const [shown, setShown] = useState(false);
    if (shown) {
        return <Suspense fallback={<Skeleton width={40} />}>{children}</Suspense>;
    }
    return (
        <div>
            <Button variant="default" onClick={() => setShown(true)}>
                {label}
            </Button>
        </div>
    );
}

function Sessions() {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { data, error, refetch } = useQuery(ownSessionsQuery);
    const [asked, setAsked] = useState<OpenSession | 'others' | null>(null);
    if (data === undefined) {
        return error === null ? <Skeleton width={40} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const end = async (what: OpenSession | 'others') => {
        try {
            await (what === 'others' ? sessionsEndOthers() : sessionEnd(what.id));
            toast('done', t('sessions.ended'));
        } catch (failure) {
            toast('failed', t('sessions.endFailed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
    };
    return (
        <>
            <p className={classes.quiet}>{t('sessions.lead')}</p>
            <SessionList sessions={data.items} tenants onEnd={setAsked} />
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
