import { Button } from '@mantine/core';
import { asProblem, type Grant, type Session } from '@monozu/api-client';
import { useQuery } from '@tanstack/react-query';
import { Fingerprint, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { AddPasskey, AddTotp } from './AddFactor';
import classes from './factor.module.css';
import { FactorProblem, PasskeyObstacle } from './FactorForm';
import { passkeyObstacle } from './passkey';
import { RecoveryCodes } from './RecoveryCodes';
import type { FactorOffer, NewFactor } from './types';

interface Enrolled {
    session: Grant;
    recovery_codes: string[];
}

/** A first second factor for somebody whose organisation demands one: choose, add, keep the recovery codes, go on. */
export function EnrolFactor({ session, product, challenge, onDone }: { session: Session; product: string; challenge: string; onDone?: () => void }) {
    const { t } = useTranslation();
    const [kind, setKind] = useState<'passkey' | 'totp' | null>(null);
    const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
    // The offer is answered once, so it is asked for once.
    const { data: offer, error } = useQuery({ queryKey: ['enrolment', challenge], queryFn: () => session.ask<FactorOffer>('/api/v1/auth/enrolment', { challenge }), staleTime: Infinity, gcTime: 0, retry: false });
    const add = async (factor: NewFactor) => setEnrolled(await session.ask<Enrolled>('/api/v1/auth/enrolment/confirm', { challenge, ...factor }));

    if (enrolled !== null) {
        const goOn = () => {
            session.accept(enrolled.session);
            onDone?.();
        };
        return (
            <div className={classes.form}>
                <RecoveryCodes product={product} codes={enrolled.recovery_codes} />
                <Button size="sm" onClick={goOn}>
                    {t('factor.keptCodes')}
                </Button>
            </div>
        );
    }
    if (error !== null) {
        return <FactorProblem problem={asProblem(error)} />;
    }
    if (offer === undefined) {
        return <Skeleton width={60} />;
    }
    const back = (
        <Button size="compact-sm" variant="subtle" onClick={() => setKind(null)}>
            {t('factor.otherKind')}
        </Button>
    );
    if (kind !== null) {
        return (
            <div className={classes.form}>
                {kind === 'passkey' ? <AddPasskey offer={offer} onAdd={add} /> : <AddTotp offer={offer} onAdd={add} />}
                {back}
            </div>
        );
    }
    const blocked = passkeyObstacle(offer.passkey.rp_id) !== null;
    return (
        <div className={classes.choices}>
            <section className={classes.choice}>
                <h2>{t('factor.passkey')}</h2>
                <p>{t('factor.passkeyLead')}</p>
                <PasskeyObstacle rpId={offer.passkey.rp_id} />
                <Button size="sm" disabled={blocked} leftSection={<Fingerprint size={16} aria-hidden />} onClick={() => setKind('passkey')}>
                    {t('factor.addPasskey')}
                </Button>
            </section>
            <section className={classes.choice}>
                <h2>{t('factor.totp')}</h2>
                <p>{t('factor.totpLead')}</p>
                <Button size="sm" variant="default" leftSection={<Smartphone size={16} aria-hidden />} onClick={() => setKind('totp')}>
                    {t('factor.addTotp')}
                </Button>
            </section>
        </div>
    );
}
