import { Button } from '@mantine/core';
import { OverviewPage, Skeleton } from '@monozu/ui';
import { OwnSessions } from '@monozu/ui/account/OwnSessions';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import classes from './account.module.css';
import { ownSessions, passwordChange } from './api';
import { ManagedNote } from './ManagedNote';

const ProfileForm = lazy(async () => ({ default: (await import('./ProfileForm')).ProfileForm }));
const PasswordForm = lazy(async () => ({ default: (await import('@monozu/ui/account/PasswordForm')).PasswordForm }));

/** One's own name, language, password and sessions. */
export function AccountPage() {
    const { t } = useTranslation();
    const { me } = useMe();
    const queries = useQueryClient();
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
                    {me.managed_by === null ? (
                        <OnDemand label={t('account.changePassword')}>
                            <PasswordForm change={passwordChange} onChanged={() => queries.invalidateQueries({ queryKey: ownSessions.key })} />
                        </OnDemand>
                    ) : (
                        <ManagedNote name={me.managed_by.name} />
                    )}
                </section>
                <section aria-labelledby="sessions">
                    <h2 id="sessions">{t('sessions.title')}</h2>
                    <OwnSessions api={ownSessions} tenants />
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
