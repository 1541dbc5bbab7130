import type { CloudSchemas } from '@monozu/api-client/cloud';
import { AppLink, Properties, Property, type Language } from '@monozu/ui';
import { EntryFrame, Notice } from '@monozu/ui/entry';
import { useTranslation } from 'react-i18next';
import { useRightWords, useRoles } from '../../app/rights';
import { paths } from '../../app/paths';
import '../../app/sso/words';
import '../../app/entryWords';
import classes from './session.module.css';

type Trial = CloudSchemas['Trial'];

const failures = ['oidc-discovery-failed', 'oidc-token-refused', 'oidc-id-token-invalid', 'sso-changed', 'sso-unavailable'] as const;

/** What a test sign-in brought, which role its person would have, and what to do about whatever is missing. */
export default function TrialResult({ frame, trial }: { frame: { product: string; onLanguage: (language: Language) => void }; trial: Trial }) {
    const { t } = useTranslation();
    const words = useRightWords();
    const { data: roles } = useRoles(true);
    const failure = failures.find((one) => one === trial.failed);
    const custom = roles?.items.find((role) => role.id !== null && role.id === trial.role_id);
    const role = trial.role === null ? null : (custom?.name ?? words.role(trial.role, trial.role));
    const getsIn = trial.verdict === 'known' || trial.verdict === 'member' || trial.verdict === 'joins';
    return (
        <EntryFrame {...frame} title={trial.good ? t('sso:trialGood') : t('sso:trialBad')}>
            <Notice kind={trial.good ? 'good' : 'bad'}>
                <p>{trial.good ? t('sso:trialGoodBody') : failure === undefined ? trial.detail : t(`entry:sso.problem.${failure}`)}</p>
                {trial.detail !== null && failure !== undefined && <p lang="en">{trial.detail}</p>}
                {trial.check !== null && <p>{t('sso:check', { check: trial.check })}</p>}
            </Notice>
            {trial.verdict !== null && (
                <Notice kind={getsIn ? 'good' : 'wait'}>
                    <p>{t(`sso:verdict.${trial.verdict}`)}</p>
                    {getsIn && role !== null && <p>{trial.mapping === null ? t('sso:roleIs', { role }) : t('sso:roleBy', { role, claim: trial.mapping.claim, value: trial.mapping.value })}</p>}
                </Notice>
            )}
            {trial.groups_overage && (
                <Notice kind="wait">
                    <strong>{t('sso:overageTitle')}</strong>
                    <p>{t('sso:overage')}</p>
                </Notice>
            )}
            {trial.good && !trial.says_when && (
                <Notice kind="wait">
                    <p>{t('sso:noTime')}</p>
                </Notice>
            )}
            {trial.claims.length > 0 && (
                <section aria-labelledby="claims">
                    <h2 id="claims" className={classes.claims}>
                        {t('sso:claims')}
                    </h2>
                    <Properties>
                        {trial.claims.map((claim) => (
                            <Property key={claim.name} label={claim.name}>
                                <span className={classes.claim}>{claim.values.join(', ')}</span>
                            </Property>
                        ))}
                    </Properties>
                </section>
            )}
            <AppLink href={paths.ssoConnection(trial.connection_id)}>{t('sso:toConnection')}</AppLink>
        </EntryFrame>
    );
}
