import { useTranslation } from 'react-i18next';
import { SecretOnce } from '@monozu/ui/form';
import classes from './sso.module.css';

/** What has to be registered at the provider, to be copied. */
export function Addresses({ redirect, logOut }: { redirect: string; logOut: string }) {
    const { t } = useTranslation();
    return (
        <div className={classes.addresses}>
            <p className={classes.quiet}>{t('sso:register')}</p>
            <SecretOnce label={t('sso:redirect')} value={redirect} />
            <SecretOnce label={t('sso:logOut')} value={logOut} />
        </div>
    );
}
