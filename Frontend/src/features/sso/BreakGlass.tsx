import { Button, Checkbox } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { problemText, toast } from '@monozu/ui';
import { Notice } from '@monozu/ui/entry';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { breakGlassPut, ssoQuery, type Owner } from './api';
import classes from './sso.module.css';

/** The owners who may sign in with their password although single sign-on is enforced: somebody has to get in when it is the trouble. */
export function BreakGlass({ owners, editable }: { owners: readonly Owner[]; editable: boolean }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [chosen, setChosen] = useState(owners.filter((owner) => owner.break_glass).map((owner) => owner.id));
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const save = async () => {
        setBusy(true);
        setProblem(null);
        try {
            await breakGlassPut(chosen);
            toast('done', t('sso:breakGlassKept'));
            await queries.invalidateQueries({ queryKey: ssoQuery.queryKey });
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <section aria-labelledby="break-glass">
            <h2 id="break-glass">{t('sso:breakGlass')}</h2>
            <p className={classes.quiet}>{t('sso:breakGlassHelp')}</p>
            {problem !== null && (
                <Notice kind="bad">
                    <p>{problem.type === 'break-glass-needed' ? t('sso:breakGlassNeeded') : problemText(problem, t('ui.state.errorBody'))}</p>
                </Notice>
            )}
            <Checkbox.Group aria-labelledby="break-glass" value={chosen} onChange={setChosen}>
                <div className={classes.choices}>
                    {owners.map((owner) => (
                        <Checkbox key={owner.id} value={owner.id} disabled={!editable} label={`${owner.display_name} (${owner.email})`} description={owner.has_password ? undefined : t('sso:noPassword')} />
                    ))}
                </div>
            </Checkbox.Group>
            {editable && (
                <div>
                    <Button variant="default" loading={busy} onClick={() => void save()}>
                        {t('ui.save')}
                    </Button>
                </div>
            )}
        </section>
    );
}
