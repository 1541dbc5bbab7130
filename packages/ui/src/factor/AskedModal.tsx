import { Modal } from '@mantine/core';
import { asProblem, type Session } from '@monozu/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../states/Skeleton';
import { ProblemState } from '../states/StatePanel';
import type { Asked } from './asking';
import { EnrolFactor } from './EnrolFactor';
import classes from './factor.module.css';
import { FactorForm } from './FactorForm';
import type { Method, StepUpOffer } from './types';

/** What the dialog needs of its console. */
export interface FactorPorts {
    session: Session;
    /** Asks what the person can prove themselves with. */
    stepUpOffer: () => Promise<StepUpOffer>;
    product: string;
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

function StepUp({ session, stepUpOffer, onDone }: FactorPorts & { onDone: () => void }) {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery({ queryKey: ['step-up'], queryFn: stepUpOffer, staleTime: 0, gcTime: 0 });
    if (error !== null && data === undefined) {
        return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <div className={classes.form}>
            <p>{t('factor.stepUpLead')}</p>
            {data === undefined ? (
                <Skeleton width={60} />
            ) : (
                <FactorForm
                    methods={data.methods}
                    challenge={data.challenge}
                    rpId={data.rp_id}
                    onProof={async (proof) => {
                        await session.stepUp({ ...proof, ...('assertion' in proof ? { challenge: data.challenge } : {}) });
                        onDone();
                    }}
                />
            )}
        </div>
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
