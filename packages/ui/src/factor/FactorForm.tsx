import { Button, PasswordInput, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { Fingerprint } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../entry/Notice';
import { useFormat } from '../format/useFormat';
import { AppLink } from '../nav/AppLink';
import { problemText } from '../states/StatePanel';
import classes from './factor.module.css';
import { assertPasskey, isTurnedAway, passkeyAddress, passkeyObstacle } from './passkey';
import type { Assertion, Method } from './types';

export type Proof = { assertion: Assertion } | { code: string } | { recovery_code: string } | { password: string };

type Typed = Exclude<Method, 'passkey'>;

const usualWaitSeconds = 30;

/** What was shown was not taken. The server's sentence is its own language's, so the usual cases are said here. */
export function FactorProblem({ problem }: { problem: ApiProblem | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (problem === null) {
        return null;
    }
    const known: Record<string, string> = { 'wrong-proof': t('factor.wrong'), 'passkey-refused': t('factor.passkeyRefused'), 'passkey-unknown': t('factor.passkeyUnknown'), 'challenge-over': t('factor.over') };
    const text =
        known[problem.type] ??
        (problem.status === 429
            ? t('ui.login.tooMany', { wait: format.duration(problem.retryAfter ?? usualWaitSeconds) })
            : problem.offline
              ? t('ui.state.offlineBody')
              : problemText(problem, t('ui.state.errorBody')));
    return (
        <Notice kind="bad">
            <p>{text}</p>
        </Notice>
    );
}

/** Why passkeys do nothing on this page, and where they would. */
export function PasskeyObstacle({ rpId }: { rpId: string }) {
    const { t } = useTranslation();
    const obstacle = passkeyObstacle(rpId);
    if (obstacle === null) {
        return null;
    }
    const address = passkeyAddress(rpId);
    return (
        <p className={classes.hint}>
            {obstacle === 'browser' ? t('factor.noBrowser') : t('factor.noAddress', { host: location.hostname })} {address !== null && <AppLink href={address}>{t('factor.otherAddress')}</AppLink>}
        </p>
    );
}

export interface FactorFormProps {
    /** In the order in which they are offered. */
    methods: readonly Method[];
    challenge: string;
    rpId: string;
    /** Rejects with the problem that is then shown. */
    onProof: (proof: Proof) => Promise<void>;
}

/** Shows a second factor, or the password where there is none: the passkey first, then what can be typed. */
export function FactorForm({ methods, challenge, rpId, onProof }: FactorFormProps) {
    const { t } = useTranslation();
    const typed = methods.filter((method): method is Typed => method !== 'passkey');
    const hasPasskey = methods.includes('passkey');
    const blocked = hasPasskey && passkeyObstacle(rpId) !== null;
    const [method, setMethod] = useState<Typed | null>(hasPasskey && !blocked ? null : (typed[0] ?? null));
    const [busy, setBusy] = useState(false);
    const [missing, setMissing] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);

    const send = async (make: () => Promise<Proof>) => {
        setBusy(true);
        setProblem(null);
        try {
            await onProof(await make());
        } catch (error) {
            setProblem(isTurnedAway(error) ? null : asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const submit = (event: FormEvent<HTMLFormElement>) => {
        // A dialog's form stands inside another page's: what is sent here is only for this one.
        event.preventDefault();
        event.stopPropagation();
        const value = String(new FormData(event.currentTarget).get('proof') ?? '').trim();
        setMissing(value === '');
        if (value === '' || busy || method === null) {
            return;
        }
        const proofs: Record<Typed, Proof> = { totp: { code: value.replaceAll(' ', '') }, recovery_code: { recovery_code: value }, password: { password: value } };
        void send(() => Promise.resolve(proofs[method]));
    };
    const others = typed.filter((one) => one !== method);
    return (
        <div className={classes.form}>
            <FactorProblem problem={problem} />
            {hasPasskey && (
                <>
                    <Button size="sm" fullWidth variant={method === null ? 'filled' : 'default'} disabled={blocked} loading={busy && method === null} leftSection={<Fingerprint size={16} aria-hidden />} onClick={() => void send(async () => ({ assertion: await assertPasskey(challenge, rpId) }))}>
                        {t('factor.usePasskey')}
                    </Button>
                    <PasskeyObstacle rpId={rpId} />
                </>
            )}
            {method !== null && (
                <form key={method} noValidate className={classes.form} onSubmit={submit}>
                    {method === 'password' ? (
                        <PasswordInput size="sm" name="proof" data-autofocus autoFocus autoComplete="current-password" label={t('ui.login.password')} error={missing ? t('ui.login.required') : undefined} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} />
                    ) : (
                        <TextInput
                            size="sm"
                            name="proof"
                            data-autofocus
                            autoFocus
                            label={t(`factor.label.${method}`)}
                            description={t(`factor.help.${method}`)}
                            error={missing ? t('ui.login.required') : undefined}
                            {...(method === 'totp' ? { inputMode: 'numeric' as const, autoComplete: 'one-time-code', maxLength: 7 } : { autoComplete: 'off', spellCheck: false })}
                        />
                    )}
                    <Button type="submit" size="sm" fullWidth loading={busy}>
                        {t('factor.submit')}
                    </Button>
                </form>
            )}
            {others.map((other) => (
                <Button key={other} size="compact-sm" variant="subtle" onClick={() => setMethod(other)}>
                    {t(`factor.switch.${other}`)}
                </Button>
            ))}
        </div>
    );
}
