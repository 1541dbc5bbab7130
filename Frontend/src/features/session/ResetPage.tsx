import { AppLink, type Language } from '@monozu/ui';
import { NewPassword } from '@monozu/ui/account/NewPassword';
import { useToken } from '@monozu/ui/account/useToken';
import { EntryFrame, Notice } from '@monozu/ui/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { passwordReset } from './api';
import '../../app/entryWords';

/** The link of a letter to somebody who has forgotten their password. */
export function ResetPage() {
    const { t, i18n } = useTranslation();
    const token = useToken();
    const [done, setDone] = useState(false);
    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    if (done) {
        return (
            <EntryFrame {...frame} title={t('setup.doneTitle')}>
                <Notice kind="good">
                    <p>{t('entry:reset.doneBody')}</p>
                </Notice>
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </EntryFrame>
        );
    }
    return (
        <EntryFrame {...frame} title={t('entry:reset.title')} lead={t('entry:reset.lead')}>
            <NewPassword token={token} send={passwordReset} onDone={() => setDone(true)} />
            <AppLink href={paths.forgot()}>{t('entry:reset.another')}</AppLink>
        </EntryFrame>
    );
}
