import { StateTag } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import '../../app/entryWords';
import classes from './account.module.css';

/** In place of what a session by single sign-on may not change. */
export function ManagedNote({ name }: { name: string }) {
    const { t } = useTranslation();
    return (
        <div>
            <StateTag tone="active">{t('entry:sso.managedTitle')}</StateTag>
            <p className={classes.quiet}>{t('entry:sso.managed', { name })}</p>
        </div>
    );
}
