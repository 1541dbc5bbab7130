import { Button, PasswordInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../entry/EntryFrame';
import { Notice } from '../entry/Notice';
import { passwordText, shortestPassword } from './passwordText';

const linkIsBad = [400, 401, 404, 409, 410, 422];

/** What went wrong with a one-time link, where no field is to blame. */
export function LinkProblem({ problem }: { problem: ApiProblem | null }) {
    const { t } = useTranslation();
    return (
        <Notice kind="bad">
            <p>{problem === null || linkIsBad.includes(problem.status) ? t('setup.badLink') : problem.offline ? t('ui.state.offlineBody') : t('ui.state.errorBody')}</p>
        </Notice>
    );
}

/** Two fields for a new password; `send` keeps it. An empty token is a link that was not complete. */
export function NewPassword({ token, send, onDone }: { token: string; send: (token: string, password: string) => Promise<unknown>; onDone: () => void }) {
    const { t } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [errors, setErrors] = useState<{ password?: string; again?: string }>({});
    const [problem, setProblem] = useState<ApiProblem | null>(null);

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
            await send(token, password);
            onDone();
        } catch (error) {
            const failed = asProblem(error);
            const text = passwordText(t, failed) ?? failed.errors.find(({ pointer }) => pointer === '/password')?.detail;
            setErrors(text === undefined ? {} : { password: text });
            setProblem(text === undefined ? failed : null);
        } finally {
            setBusy(false);
        }
    };
    const toggle = { 'aria-label': t('ui.login.showPassword') };
    return (
        <EntryForm onSubmit={(event) => void submit(event)}>
            {(problem !== null || token === '') && <LinkProblem problem={problem} />}
            <PasswordInput size="sm" name="password" autoComplete="new-password" autoFocus label={t('setup.password')} description={t('setup.rule', { count: shortestPassword })} error={errors.password} visibilityToggleButtonProps={toggle} />
            <PasswordInput size="sm" name="again" autoComplete="new-password" label={t('setup.again')} error={errors.again} visibilityToggleButtonProps={toggle} />
            <Button type="submit" size="sm" fullWidth loading={busy} disabled={token === ''}>
                {t('setup.submit')}
            </Button>
        </EntryForm>
    );
}
