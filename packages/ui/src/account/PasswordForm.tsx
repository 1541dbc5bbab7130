import { Button, PasswordInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../form/FormProblem';
import { toast } from '../toast/toasts';
import { passwordText, shortestPassword } from './passwordText';
import classes from './password.module.css';

type Errors = Partial<Record<'current' | 'next' | 'again', string>>;

/** A new password for whoever knows the present one. `onChanged` is asked for what is out of date then: the other sessions have ended. */
export function PasswordForm({ change, onChanged }: { change: (current: string, next: string) => Promise<unknown>; onChanged: () => Promise<unknown> }) {
    const { t } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [errors, setErrors] = useState<Errors>({});
    const [problem, setProblem] = useState<ApiProblem | null>(null);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const form = event.currentTarget;
        const values = new FormData(form);
        const text = (name: string) => String(values.get(name) ?? '');
        const found: Errors = {};
        if (text('current') === '') {
            found.current = t('form.required');
        }
        if ([...text('next')].length < shortestPassword) {
            found.next = t('setup.tooShort', { count: shortestPassword });
        }
        if (text('next') !== text('again')) {
            found.again = t('setup.different');
        }
        setErrors(found);
        setProblem(null);
        if (Object.keys(found).length > 0 || busy) {
            return;
        }
        setBusy(true);
        try {
            await change(text('current'), text('next'));
            form.reset();
            toast('done', t('account.passwordChanged'));
            await onChanged();
        } catch (error) {
            const failed = asProblem(error);
            const advice = passwordText(t, failed);
            setErrors(advice === null ? {} : { [failed.type === 'wrong-password' ? 'current' : 'next']: advice });
            setProblem(advice === null ? failed : null);
        } finally {
            setBusy(false);
        }
    };
    const toggle = { 'aria-label': t('ui.login.showPassword') };
    return (
        <form noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
            <FormProblem problem={problem} />
            <PasswordInput name="current" autoComplete="current-password" label={t('account.currentPassword')} error={errors.current} visibilityToggleButtonProps={toggle} />
            <PasswordInput name="next" autoComplete="new-password" label={t('setup.password')} description={t('setup.rule', { count: shortestPassword })} error={errors.next} visibilityToggleButtonProps={toggle} />
            <PasswordInput name="again" autoComplete="new-password" label={t('setup.again')} error={errors.again} visibilityToggleButtonProps={toggle} />
            <p className={classes.quiet}>{t('account.passwordHint')}</p>
            <div>
                <Button type="submit" loading={busy}>
                    {t('account.changePassword')}
                </Button>
            </div>
        </form>
    );
}
