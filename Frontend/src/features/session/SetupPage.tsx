import { Button, PasswordInput } from '@mantine/core';
import { ApiProblem, asProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { EntryForm, EntryFrame, Notice } from '@monozu/ui/entry';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl, product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';

const shortestPassword = 12;

/** The token stands behind "#", which no server and no log ever sees; it leaves the address bar at once. */
function takeToken(): string {
    const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
    if (token !== '') {
        history.replaceState(history.state, '', location.pathname);
    }
    return token;
}

async function setUp(token: string, password: string): Promise<void> {
    const response = await fetch(`${apiUrl}/api/v1/auth/setup`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ token, password }),
    }).catch((error: unknown) => {
        throw ApiProblem.noAnswer(error);
    });
    if (!response.ok) {
        throw await ApiProblem.from(response);
    }
}

/** The one-time link of a new user: choose a password, then log in with it. */
export function SetupPage() {
    const { t, i18n } = useTranslation();
    const [token] = useState(takeToken);
    const [busy, setBusy] = useState(false);
    const [errors, setErrors] = useState<{ password?: string; again?: string }>({});
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [done, setDone] = useState(false);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const password = String(form.get('password') ?? '');
        const found: typeof errors = {};
        if ([...password].length < shortestPassword) {
            found.password = t('setup.tooShort', { count: shortestPassword });
        }
        if (password !== String(form.get('again') ?? '')) {
            found.again = t('setup.different');
        }
        setErrors(found);
        if (Object.keys(found).length > 0 || busy) {
            return;
        }
        setBusy(true);
        setProblem(null);
        try {
            await setUp(token, password);
            setDone(true);
        } catch (error) {
            const failed = asProblem(error);
            const atPassword = failed.errors.find(({ pointer }) => pointer === '/password');
            setErrors(atPassword === undefined ? {} : { password: atPassword.detail });
            setProblem(atPassword === undefined ? failed : null);
        } finally {
            setBusy(false);
        }
    };

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
            <EntryForm onSubmit={(event) => void submit(event)}>
                {(problem !== null || token === '') && (
                    <Notice kind="bad">
                        <p>{problem === null || [400, 401, 404, 409, 410, 422].includes(problem.status) ? t('setup.badLink') : problem.offline ? t('ui.state.offlineBody') : t('ui.state.errorBody')}</p>
                    </Notice>
                )}
                <PasswordInput size="sm" name="password" autoComplete="new-password" autoFocus label={t('setup.password')} description={t('setup.rule', { count: shortestPassword })} error={errors.password} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} />
                <PasswordInput size="sm" name="again" autoComplete="new-password" label={t('setup.again')} error={errors.again} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} />
                <Button type="submit" size="sm" fullWidth loading={busy} disabled={token === ''}>
                    {t('setup.submit')}
                </Button>
            </EntryForm>
        </EntryFrame>
    );
}
