import { Button, PasswordInput, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem, type Session } from '@monozu/api-client';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n';
import { AppLink } from '../nav/AppLink';
import { useSessionState } from '../session/useSignIn';
import { EntryForm, EntryFrame } from './EntryFrame';
import { LoginProblem } from './LoginProblem';
import { safeNext } from './next';

export interface LoginScreenProps {
    product: string;
    session: Session;
    onLanguage: (language: Language) => void;
    /** The page for people who have forgotten their password, where there is one. */
    forgot?: { href: string; label: string };
    /** Other ways to sign in, below the form. */
    others?: ReactNode;
    /** What goes on after a good password: a page in place of the form, for the problems that have one. */
    rest?: (problem: ApiProblem, startAgain: () => void) => ReactNode;
}

/** Signing in, and then on to the address that was wanted: `?next=`. */
export function LoginScreen({ product, session, onLanguage, forgot, others, rest }: LoginScreenProps) {
    const { t } = useTranslation();
    const router = useRouter();
    const state = useSessionState(session);
    // Read once: on the way back the address no longer has it.
    const [next] = useState(() => (router.state.location.search as Record<string, string>).next);
    const [busy, setBusy] = useState(false);
    const [missing, setMissing] = useState<{ email: boolean; password: boolean }>({ email: false, password: false });
    const [problem, setProblem] = useState<ApiProblem | null>(null);

    useEffect(() => {
        if (state === 'signed-in') {
            router.history.replace(safeNext(next));
        }
    }, [state, next, router]);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const email = String(form.get('email') ?? '').trim();
        const password = String(form.get('password') ?? '');
        setMissing({ email: email === '', password: password === '' });
        if (email === '' || password === '' || busy) {
            return;
        }
        setBusy(true);
        setProblem(null);
        try {
            await session.login({ email, password });
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };

    const page = problem === null ? null : (rest?.(problem, () => setProblem(null)) ?? null);
    if (page !== null) {
        return page;
    }
    return (
        <EntryFrame product={product} title={t('ui.login.title')} onLanguage={onLanguage}>
            <EntryForm onSubmit={(event) => void submit(event)}>
                <LoginProblem problem={problem} />
                <TextInput size="sm" name="email" type="email" autoComplete="username" autoFocus label={t('ui.login.email')} error={missing.email ? t('ui.login.required') : undefined} />
                <PasswordInput
                    size="sm"
                    name="password"
                    autoComplete="current-password"
                    label={t('ui.login.password')}
                    error={missing.password ? t('ui.login.required') : undefined}
                    visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }}
                />
                <Button type="submit" size="sm" fullWidth loading={busy}>
                    {t('ui.login.submit')}
                </Button>
                {forgot !== undefined && <AppLink href={forgot.href}>{forgot.label}</AppLink>}
            </EntryForm>
            {others}
        </EntryFrame>
    );
}
