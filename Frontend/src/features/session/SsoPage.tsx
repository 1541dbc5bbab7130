import { Button, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { EntryForm, EntryFrame, Notice } from '@monozu/ui/entry';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { useSsoText } from '../../app/sso/useSsoText';
import { goSignIn } from '../../app/sso/way';

/** Signing in with one's organisation: the address says which. */
export function SsoPage() {
    const { t, i18n } = useTranslation();
    const text = useSsoText();
    const router = useRouter();
    const [next] = useState(() => (router.state.location.search as Record<string, string>).next);
    const [busy, setBusy] = useState(false);
    const [missing, setMissing] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);

    const go = async (start: { email: string } | { connection_id: string }) => {
        setBusy(true);
        setProblem(null);
        try {
            await goSignIn(start, next);
        } catch (error) {
            setProblem(asProblem(error));
            setBusy(false);
        }
    };
    const submit = (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
        setMissing(email === '');
        if (email !== '' && !busy) {
            void go({ email });
        }
    };
    const choices = problem?.type === 'sso-several' ? (problem.members.connections as { id: string; name: string }[]) : [];
    return (
        <EntryFrame product={product} onLanguage={(language: Language) => void switchLanguage(i18n, language)} title={t('entry:sso.title')} lead={choices.length > 0 ? t('entry:sso.several') : t('entry:sso.lead')}>
            {choices.length > 0 ? (
                choices.map((choice) => (
                    <Button key={choice.id} size="sm" fullWidth variant="default" disabled={busy} onClick={() => void go({ connection_id: choice.id })}>
                        {choice.name}
                    </Button>
                ))
            ) : (
                <EntryForm onSubmit={submit}>
                    {problem !== null && (
                        <Notice kind="bad">
                            <p>{problem.status === 400 ? t('form.email') : text.ofProblem(problem)}</p>
                        </Notice>
                    )}
                    <TextInput size="sm" name="email" type="email" autoComplete="username" autoFocus label={t('ui.login.email')} error={missing ? t('form.required') : undefined} />
                    <Button type="submit" size="sm" fullWidth loading={busy}>
                        {t('entry:sso.go')}
                    </Button>
                </EntryForm>
            )}
            <AppLink href={paths.login(next)}>{t('entry:sso.otherwise')}</AppLink>
        </EntryFrame>
    );
}
