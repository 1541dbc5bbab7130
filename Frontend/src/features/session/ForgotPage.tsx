import { Button, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { EntryForm, EntryFrame, Notice } from '@monozu/ui/entry';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { passwordForgot } from './api';
import '../../app/entryWords';

/** Asks for a letter. Whether there is such an account is told to the mailbox, not to whoever asks. */
export function ForgotPage() {
    const { t, i18n } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [missing, setMissing] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [asked, setAsked] = useState<string | null>(null);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
        setMissing(email === '');
        if (email === '' || busy) {
            return;
        }
        setBusy(true);
        setProblem(null);
        try {
            await passwordForgot(email, i18n.language);
            setAsked(email);
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };

    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    if (asked !== null) {
        return (
            <EntryFrame {...frame} title={t('entry:forgot.sentTitle')}>
                <Notice kind="good">
                    <p>{t('entry:forgot.sentBody', { email: asked })}</p>
                    <p>{t('entry:forgot.sentStep')}</p>
                </Notice>
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </EntryFrame>
        );
    }
    const text = problem === null ? null : problem.status === 400 ? t('form.email') : problem.status === 429 ? t('setup.tooMany') : problem.offline ? t('ui.state.offlineBody') : t('ui.state.errorBody');
    return (
        <EntryFrame {...frame} title={t('entry:forgot.title')} lead={t('entry:forgot.lead')}>
            <EntryForm onSubmit={(event) => void submit(event)}>
                {text !== null && (
                    <Notice kind="bad">
                        <p>{text}</p>
                    </Notice>
                )}
                <TextInput size="sm" name="email" type="email" autoComplete="username" autoFocus label={t('ui.login.email')} error={missing ? t('form.required') : undefined} />
                <Button type="submit" size="sm" fullWidth loading={busy}>
                    {t('entry:forgot.submit')}
                </Button>
                <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
            </EntryForm>
        </EntryFrame>
    );
}
