import { Button } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import type { Language } from '@monozu/ui';
import { EntryFrame, Notice } from '@monozu/ui/entry';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSsoText } from '../../app/sso/useSsoText';
import { goSignIn } from '../../app/sso/way';

interface SsoRequiredProps {
    frame: { product: string; onLanguage: (language: Language) => void };
    /** What the log-in was answered with. */
    problem: ApiProblem;
    next?: string | undefined;
    onAgain: () => void;
}

/** The password was right, and does not count: the organisation takes its own sign-in service's word alone. */
export default function SsoRequired({ frame, problem, next, onAgain }: SsoRequiredProps) {
    const { t } = useTranslation();
    const text = useSsoText();
    const connection = problem.members.connection as { id: string; name: string };
    const [busy, setBusy] = useState(false);
    const [failed, setFailed] = useState<ApiProblem | null>(null);
    const go = async () => {
        setBusy(true);
        try {
            await goSignIn({ connection_id: connection.id }, next);
        } catch (error) {
            setFailed(asProblem(error));
            setBusy(false);
        }
    };
    return (
        <EntryFrame {...frame} title={t('entry:sso.requiredTitle')} lead={t('entry:sso.requiredLead', { name: connection.name })}>
            {failed !== null && (
                <Notice kind="bad">
                    <p>{text.ofProblem(failed)}</p>
                </Notice>
            )}
            <Button size="sm" fullWidth loading={busy} onClick={() => void go()}>
                {t('entry:sso.goNamed', { name: connection.name })}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onAgain}>
                {t('factor.again')}
            </Button>
        </EntryFrame>
    );
}
