import { ApiProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { NewPassword } from '@monozu/ui/account/NewPassword';
import { useToken } from '@monozu/ui/account/useToken';
import { EntryFrame, Notice } from '@monozu/ui/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl, product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';

/** Nobody is signed in: the link's token is the credential. */
async function setUp(token: string, password: string): Promise<void> {
    const response = await fetch(`${apiUrl}/api/v1/auth/setup`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token, password }) }).catch((error: unknown) => {
        throw ApiProblem.noAnswer(error);
    });
    if (!response.ok) {
        throw await ApiProblem.from(response);
    }
}

/** The one-time link of a new operator, or of one who has forgotten the password. */
export function SetupPage() {
    const { t, i18n } = useTranslation();
    const token = useToken();
    const [done, setDone] = useState(false);
    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    if (done) {
        return (
            <EntryFrame {...frame} title={t('setup.doneTitle')}>
                <Notice kind="good">
                    <p>{t('setup.doneBody')}</p>
                </Notice>
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </EntryFrame>
        );
    }
    return (
        <EntryFrame {...frame} title={t('setup.title')} lead={t('setup.lead')}>
            <NewPassword token={token} send={setUp} onDone={() => setDone(true)} />
        </EntryFrame>
    );
}
