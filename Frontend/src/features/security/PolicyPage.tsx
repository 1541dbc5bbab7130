import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { answer, asProblem, ifMatch, type ApiProblem } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { OverviewPage, ProblemState, problemText, Skeleton, toast, useFormat } from '@monozu/ui';
import { Notice } from '@monozu/ui/entry';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import type { Role } from '../../app/types';
import { leastMinutes, readMinutes } from './minutes';
import classes from './security.module.css';
import '../../app/administrationWords';

type Policy = CloudSchemas['SecurityPolicy'];

const roles: readonly Role[] = ['owner', 'admin', 'agent', 'security_analyst', 'auditor', 'custom'];
const demands = ['nobody', 'roles', 'everybody'] as const;

const policyQuery = queryOptions({ queryKey: ['security-policy'], queryFn: ({ signal }) => answer(api.GET('/api/v1/security-policy', { signal })) });

export function PolicyPage() {
    return (
        <Module permission="security-policy:read">
            <Loaded />
        </Module>
    );
}

/** What this organisation asks of its people beyond the platform's own rules. */
function Loaded() {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery(policyQuery);
    if (error !== null && data === undefined) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return <OverviewPage title={t('nav.securityPolicy')}>{data === undefined ? <Skeleton width={60} /> : <PolicyForm key={data.version} policy={data} />}</OverviewPage>;
}

function PolicyForm({ policy }: { policy: Policy }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const queries = useQueryClient();
    const readOnly = !can('security-policy:write');
    const [demand, setDemand] = useState(policy.second_factor);
    const [chosen, setChosen] = useState<Role[]>(policy.roles);
    const [busy, setBusy] = useState(false);
    const [wrong, setWrong] = useState<{ roles?: string; idle?: string; absolute?: string }>({});
    const [problem, setProblem] = useState<ApiProblem | null>(null);

    const submit = async (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const idle = readMinutes(String(form.get('idle') ?? ''), policy.most_idle_minutes);
        const absolute = readMinutes(String(form.get('absolute') ?? ''), policy.most_absolute_minutes);
        const found: typeof wrong = {};
        if (demand === 'roles' && chosen.length === 0) {
            found.roles = t('policy.noRole');
        }
        if (idle === undefined) {
            found.idle = t('policy.badMinutes', { least: leastMinutes, most: policy.most_idle_minutes });
        }
        if (absolute === undefined) {
            found.absolute = t('policy.badMinutes', { least: leastMinutes, most: policy.most_absolute_minutes });
        }
        setWrong(found);
        if (Object.keys(found).length > 0 || idle === undefined || absolute === undefined || busy) {
            return;
        }
        setBusy(true);
        setProblem(null);
        try {
            const body = { second_factor: demand, roles: chosen, session_idle_minutes: idle, session_absolute_minutes: absolute };
            const kept = await answer(api.PUT('/api/v1/security-policy', { body, headers: ifMatch(policy.version) }));
            queries.setQueryData(policyQuery.queryKey, kept);
            toast('done', t('policy.kept'));
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const minutes = (name: 'idle' | 'absolute', value: number | null, most: number) => (
        <TextInput
            name={name}
            inputMode="numeric"
            defaultValue={value === null ? '' : String(value)}
            disabled={readOnly}
            label={t(`policy.${name}`)}
            description={t('policy.platform', { time: format.duration(most * 60) })}
            error={wrong[name]}
            className={classes.minutes}
        />
    );
    return (
        <form noValidate className={classes.policy} onSubmit={(event) => void submit(event)}>
            {problem !== null && (
                <Notice kind="bad">
                    <p>{problem.status === 412 ? t('policy.changed') : problemText(problem, t('ui.state.errorBody'))}</p>
                </Notice>
            )}
            {readOnly && <p className={classes.lead}>{t('policy.readOnly')}</p>}
            <Radio.Group label={t('policy.secondFactor')} description={t('policy.secondFactorHelp')} value={demand} onChange={(value) => setDemand(value as Policy['second_factor'])}>
                <div className={classes.choices}>
                    {demands.map((value) => (
                        <Radio key={value} value={value} disabled={readOnly} label={t(`policy.demand.${value}`)} />
                    ))}
                </div>
            </Radio.Group>
            {demand === 'roles' && (
                <Checkbox.Group label={t('policy.roles')} value={chosen} onChange={(values) => setChosen(values as Role[])} error={wrong.roles}>
                    <div className={classes.choices}>
                        {roles.map((role) => (
                            <Checkbox key={role} value={role} disabled={readOnly} label={role === 'custom' ? t('policy.ownRoles') : t(`users.roles.${role}`)} />
                        ))}
                    </div>
                </Checkbox.Group>
            )}
            <h2>{t('policy.sessions')}</h2>
            {minutes('idle', policy.session_idle_minutes, policy.most_idle_minutes)}
            {minutes('absolute', policy.session_absolute_minutes, policy.most_absolute_minutes)}
            {!readOnly && (
                <div>
                    <Button type="submit" loading={busy}>
                        {t('ui.save')}
                    </Button>
                </div>
            )}
        </form>
    );
}
