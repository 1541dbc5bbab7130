import { Button } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { LoginProblem } from '@monozu/ui/entry';
import { FactorProblem, PasskeyObstacle } from '@monozu/ui/factor/FactorForm';
import { assertPasskey, isTurnedAway, passkeyObstacle } from '@monozu/ui/factor/passkey';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import classes from './session.module.css';

/** No password, no address: the passkey says who it is. */
export function PasskeyLogin() {
    const { t } = useTranslation();
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [obstacle, setObstacle] = useState<string | null>(null);
    const signIn = async () => {
        setBusy(true);
        setProblem(null);
        try {
            const { challenge, rp_id: rpId } = await session.ask<CloudSchemas['PasskeyChallenge']>('/api/v1/auth/passkey/challenge', {});
            if (passkeyObstacle(rpId) !== null) {
                setObstacle(rpId);
                return;
            }
            await session.prove('passkey', { challenge, assertion: await assertPasskey(challenge, rpId) });
        } catch (error) {
            setProblem(isTurnedAway(error) ? null : asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <div className={classes.passkey}>
            {problem?.type === 'tenant-not-active' ? <LoginProblem problem={problem} /> : <FactorProblem problem={problem} />}
            <Button size="sm" fullWidth variant="default" loading={busy} leftSection={<Fingerprint size={16} aria-hidden />} onClick={() => void signIn()}>
                {t('factor.signIn')}
            </Button>
            {obstacle !== null && <PasskeyObstacle rpId={obstacle} />}
        </div>
    );
}
