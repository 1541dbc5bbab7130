import { Button, TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { Fingerprint } from 'lucide-react';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../entry/Notice';
import { FactorProblem, PasskeyObstacle } from './FactorForm';
import classes from './factor.module.css';
import { createPasskey, isThereAlready, isTurnedAway, passkeyObstacle } from './passkey';
import type { FactorOffer, NewFactor } from './types';

const QrCode = lazy(() => import('./QrCode'));

interface AddProps {
    offer: FactorOffer;
    /** Rejects with the problem that is then shown. */
    onAdd: (factor: NewFactor) => Promise<void>;
}

/** In words that a person knows again in a list: "Chrome on Linux". */
export function thisDevice(agent: string = navigator.userAgent): string {
    const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrom/.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : '';
    const system = /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iOS' : /Windows/.test(agent) ? 'Windows' : /Mac OS/.test(agent) ? 'macOS' : /Linux|CrOS/.test(agent) ? 'Linux' : '';
    return [browser, system].filter(Boolean).join(' · ');
}

/** An authenticator app: scan, then show that it works. */
export function AddTotp({ offer, onAdd }: AddProps) {
    const { t } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [wrong, setWrong] = useState<string | null>(null);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const code = String(new FormData(event.currentTarget).get('code') ?? '').replaceAll(' ', '');
        setWrong(/^\d{6}$/.test(code) ? null : t('factor.sixDigits'));
        if (!/^\d{6}$/.test(code) || busy) {
            return;
        }
        setBusy(true);
        setProblem(null);
        try {
            await onAdd({ totp: { offer: offer.totp.offer, code } });
        } catch (error) {
            const failed = asProblem(error);
            const atCode = failed.errors.some(({ pointer }) => pointer === '/totp/code');
            setWrong(atCode ? t('factor.wrongFirst') : null);
            setProblem(atCode ? null : failed);
        } finally {
            setBusy(false);
        }
    };
    return (
        <form noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
            <FactorProblem problem={problem} />
            <p>{t('factor.scan')}</p>
            <div className={classes.scan}>
                <Suspense fallback={<div className={classes.qr} />}>
                    <QrCode text={offer.totp.uri} label={t('factor.qr')} />
                </Suspense>
                <p className={classes.hint}>{t('factor.type')}</p>
                <code className={classes.secret}>{offer.totp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </div>
            <TextInput size="sm" name="code" autoFocus data-autofocus inputMode="numeric" autoComplete="one-time-code" maxLength={7} label={t('factor.label.totp')} description={t('factor.firstCode')} error={wrong} />
            <Button type="submit" size="sm" loading={busy}>
                {t('factor.confirm')}
            </Button>
        </form>
    );
}

/** A passkey: a name for it, and the rest is the browser's own dialog. */
export function AddPasskey({ offer, onAdd }: AddProps) {
    const { t } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [missing, setMissing] = useState(false);
    const [known, setKnown] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const blocked = passkeyObstacle(offer.passkey.rp_id) !== null;
    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        setMissing(name === '');
        if (name === '' || busy) {
            return;
        }
        setBusy(true);
        setKnown(false);
        setProblem(null);
        try {
            await onAdd({ passkey: { ...(await createPasskey(offer.passkey)), name } });
        } catch (error) {
            setKnown(isThereAlready(error));
            setProblem(isTurnedAway(error) || isThereAlready(error) ? null : asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <form noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
            <FactorProblem problem={problem} />
            {known && (
                <Notice kind="bad">
                    <p>{t('factor.passkeyKnown')}</p>
                </Notice>
            )}
            <PasskeyObstacle rpId={offer.passkey.rp_id} />
            <TextInput size="sm" name="name" maxLength={100} data-autofocus defaultValue={thisDevice()} label={t('factor.passkeyName')} description={t('factor.passkeyNameHelp')} error={missing ? t('form.required') : undefined} />
            <Button type="submit" size="sm" disabled={blocked} loading={busy} leftSection={<Fingerprint size={16} aria-hidden />}>
                {t('factor.makePasskey')}
            </Button>
        </form>
    );
}
