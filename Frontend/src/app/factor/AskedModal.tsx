import { Modal } from '@mantine/core';
import { answer, asProblem } from '@monozu/api-client';
import { ProblemState, Skeleton } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, session } from '../api';
import type { Asked } from './asking';
import { EnrolFactor } from './EnrolFactor';
import classes from './factor.module.css';
import { FactorForm, type Method } from './FactorForm';

/** The one dialog for a step-up, and for the second factor of another organisation. */
export default function AskedModal({ asked }: { asked: Asked }) {
    const { t } = useTranslation();
    const title = asked.problem === null ? t('factor.stepUpTitle') : t('factor.title');
    // Above whatever form asked for it, which goes on where it was.
    return (
        <Modal opened onClose={asked.cancel} title={title} zIndex={1000} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {asked.problem === null ? <StepUp onDone={asked.done} /> : <SwitchFactor members={asked.problem.members} onDone={asked.done} />}
        </Modal>
    );
}

function StepUp({ onDone }: { onDone: () => void }) {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery({ queryKey: ['step-up'], queryFn: () => answer(api.GET('/api/v1/auth/step-up/challenge')), staleTime: 0, gcTime: 0 });
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

function SwitchFactor({ members, onDone }: { members: Readonly<Record<string, unknown>>; onDone: () => void }) {
    const challenge = String(members.challenge);
    if (members.methods === undefined) {
        return <EnrolFactor challenge={challenge} onDone={onDone} />;
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
