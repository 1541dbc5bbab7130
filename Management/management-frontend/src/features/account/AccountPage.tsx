import { OverviewPage } from '@monozu/ui';
import { OwnSessions } from '@monozu/ui/account/OwnSessions';
import { PasswordForm } from '@monozu/ui/account/PasswordForm';
import { SecurityFactors } from '@monozu/ui/factor/SecurityFactors';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import classes from './account.module.css';
import { ownFactors, ownSessions, passwordChange } from './api';

/** One's own password, second factors and sessions. */
export function AccountPage() {
    const { t } = useTranslation();
    const { me } = useMe();
    const queries = useQueryClient();
    return (
        <OverviewPage title={t('nav.account')}>
            <div className={classes.account}>
                <p className={classes.quiet}>
                    {me.display_name} · {me.email} · {me.roles.map((role) => t(`operators.roles.${role}`)).join(', ')}
                </p>
                {me.provided ? (
                    <p>{t('provider.account')}</p>
                ) : (
                    <>
                        <section aria-labelledby="password">
                            <h2 id="password">{t('account.password')}</h2>
                            <PasswordForm change={passwordChange} onChanged={() => queries.invalidateQueries({ queryKey: ownSessions.key })} />
                        </section>
                        <section aria-labelledby="factors">
                            <h2 id="factors">{t('account.factors')}</h2>
                            <SecurityFactors api={ownFactors} />
                        </section>
                    </>
                )}
                <section aria-labelledby="sessions">
                    <h2 id="sessions">{t('sessions.title')}</h2>
                    <OwnSessions api={ownSessions} />
                </section>
            </div>
        </OverviewPage>
    );
}
