import { Button } from '@mantine/core';
import type { ApiProblem, Session } from '@monozu/api-client';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '../entry/EntryFrame';
import type { Language } from '../i18n';
import { EnrolFactor } from './EnrolFactor';
import { FactorForm } from './FactorForm';
import type { Method } from './types';

interface FactorPageProps {
    session: Session;
    frame: { product: string; onLanguage: (language: Language) => void };
    /** What the log-in was answered with. */
    problem: ApiProblem;
    onAgain: () => void;
}

/** The rest of a log-in: the second factor, or adding the first one. The log-in page goes on once there is a session. */
export default function FactorPage({ session, frame, problem, onAgain }: FactorPageProps) {
    const { t } = useTranslation();
    const challenge = String(problem.members.challenge);
    const enrolment = problem.type === 'second-factor-enrolment-required';
    return (
        <EntryFrame {...frame} title={enrolment ? t('factor.enrolTitle') : t('factor.title')} lead={enrolment ? t('factor.enrolLead') : t('factor.lead')}>
            {enrolment ? (
                <EnrolFactor session={session} product={frame.product} challenge={challenge} />
            ) : (
                <FactorForm methods={problem.members.methods as Method[]} challenge={challenge} rpId={String(problem.members.rp_id)} onProof={(proof) => session.prove('second-factor', { ...proof, challenge })} />
            )}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onAgain}>
                {t('factor.again')}
            </Button>
        </EntryFrame>
    );
}
