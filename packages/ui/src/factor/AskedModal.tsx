import { Button, Modal } from '@mantine/core';
import { asProblem, type ApiProblem, type Session } from '@monozu/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { ProblemState } from '../states/StatePanel';
import type { Asked } from './asking';
import { EnrolFactor } from './EnrolFactor';
import classes from './factor.module.css';
import { FactorForm, FactorProblem } from './FactorForm';
import type { Method, StepUpOffer } from './types';

/** What the dialog needs of its console. */
export interface FactorPorts {
    session: Session;
    /** Asks what the person can prove themselves with. */
    stepUpOffer: () => Promise<StepUpOffer & { sso?: boolean }>;
    /** Where an organisation's own sign-in service vouches for the session: the way to prove oneself there. */
    elsewhere?: ComponentType<{ onDone: () => void }>;
    product: string;
    /** Where an identity provider has the person's factors: leads to its page. Asked where the offer has no method. */
    provider?: () => Promise<void>;
}

/** The one dialog for a step-up, and for the second factor of another organisation. */
export default function AskedModal({ asked, ...ports }: FactorPorts & { asked: Asked }) {
    const { t } = useTranslation();
    const title = asked.problem === null ? t('factor.stepUpTitle') : t('factor.title');
    // Above whatever form asked for it, which goes on where it was.
    return (
        <Modal opened onClose={asked.cancel} title={title} zIndex={1000} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {asked.problem === null ? <StepUp {...ports} onDone={asked.done} /> : <SwitchFactor {...ports} members={asked.problem.members} onDone={asked.done} />}
        </Modal>
    );
}

function StepUp({ session, stepUpOffer, elsewhere: Elsewhere, provider, onDone }: FactorPorts & { onDone: () => void }) {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery({ queryKey: ['step-up'], queryFn: stepUpOffer, staleTime: 0, gcTime: 0 });
    if (error !== null && data === undefined) {
        return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <div className={classes.form}>
            {data?.sso === true && Elsewhere !== undefined && (
                <>
                    <p>{t('factor.stepUpLead')}</p>
                    <Elsewhere onDone={onDone} />
                </>
            )}
            {data === undefined ? (
                <Skeleton width={60} />
            ) : data.methods.length === 0 && provider !== undefined ? (
                <AtProvider go={provider} />
            ) : data.methods.length === 0 ? null : (
                <>
                    {data.sso !== true && <p>{t('factor.stepUpLead')}</p>}
                    <FactorForm
                        methods={data.methods}
                        challenge={data.challenge}
                        rpId={data.rp_id}
                        onProof={async (proof) => {
                            await session.stepUp({ ...proof, ...('assertion' in proof ? { challenge: data.challenge } : {}) });
                            onDone();
                        }}
                    />
                </>
            )}
        </div>
    );
}

/** Leads away from the page: afterwards the person is here again, and repeats what they were about to do. */
function AtProvider({ go }: { go: () => Promise<void> }) {
    const { t } = useTranslation();
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    return (
        <>
            <FactorProblem problem={problem} />
            <p>{t('factor.providerLead')}</p>
            <Button size="sm" onClick={() => void go().catch((error: unknown) => setProblem(asProblem(error)))}>
                {t('factor.provider')}
            </Button>
        </>
    );
}

function SwitchFactor({ session, product, members, onDone }: FactorPorts & { members: Readonly<Record<string, unknown>>; onDone: () => void }) {
    const challenge = String(members.challenge);
    if (members.methods === undefined) {
        return <EnrolFactor session={session} product={product} challenge={challenge} onDone={onDone} />;
    }
    return (
        <FactorForm
            methods={members.methods as Method[]}
            challenge={challenge}
            rpId={String(members.rp_id)}
            onProof={async (proof) => {
                await session.prove('second-factor', { ...proof, challenge });
                onDone();
            }}
        />
    );
}
