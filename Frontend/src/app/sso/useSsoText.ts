import type { ApiProblem } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { problemText } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import '../entryWords';

const refusals = ['sso-unknown', 'sso-attempt-over', 'sso-other-browser', 'sso-changed', 'sso-unavailable', 'sso-not-a-member', 'sso-not-fresh', 'sso-somebody-else', 'provider-second-factor-required', 'oidc-discovery-failed', 'oidc-token-refused', 'oidc-id-token-invalid'] as const;
const answers = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'temporarily_unavailable', 'server_error'] as const;

type Verdict = CloudSchemas['Verdict'];

/** Why a sign-in at the organisation went no further, in the reader's own language. */
export function useSsoText() {
    const { t } = useTranslation();
    return {
        ofProblem: (problem: ApiProblem): string => {
            if (problem.type === 'sso-refused') {
                return t(`entry:sso.refused.${problem.members.verdict as Exclude<Verdict, 'known' | 'member' | 'joins'>}`);
            }
            const known = refusals.find((type) => type === problem.type);
            if (known !== undefined) {
                return t(`entry:sso.problem.${known}`);
            }
            return problem.status === 429 ? t('setup.tooMany') : problem.offline ? t('ui.state.offlineBody') : problemText(problem, t('ui.state.errorBody'));
        },
        /** Of the provider's own error, which whoever makes the link writes: nothing of it is repeated. */
        ofAnswer: (error: string): string => t(`entry:sso.answer.${answers.find((one) => one === error) ?? 'other'}`),
    };
}
