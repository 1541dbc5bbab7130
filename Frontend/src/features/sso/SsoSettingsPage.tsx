import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, OverviewPage, ProblemState, Skeleton, StateTag, useNavigateTo } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import { ssoQuery, type Connection } from './api';
import { BreakGlass } from './BreakGlass';
import '../../app/sso/words';
import classes from './sso.module.css';

const CreateConnection = lazy(() => import('./CreateConnection'));

export function SsoSettingsPage() {
    return (
        <Module permission="sso:read">
            <Loaded />
        </Module>
    );
}

/** How this organisation's people sign in: by which sign-in service, and who may do without it. */
function Loaded() {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const go = useNavigateTo();
    const { data, error, refetch } = useQuery(ssoQuery);
    const [creating, setCreating] = useState(false);
    // Whoever says who vouches for people could become any of them, so only owners say it.
    const mayWrite = can('sso:write') && me.roles.includes('owner');
    if (error !== null && data === undefined) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <OverviewPage title={t('nav.sso')} aside={mayWrite && data !== undefined ? <Button onClick={() => setCreating(true)}>{t('sso:create')}</Button> : undefined}>
            {data === undefined ? (
                <Skeleton width={60} />
            ) : (
                <div className={classes.page}>
                    <p className={classes.quiet}>{t('sso:about')}</p>
                    {!mayWrite && <p className={classes.quiet}>{t('policy.readOnly')}</p>}
                    {data.connections.length === 0 ? (
                        <p>{t('sso:none')}</p>
                    ) : (
                        <ul className={classes.connections}>
                            {data.connections.map((connection) => (
                                <li key={connection.id}>
                                    <AppLink href={paths.ssoConnection(connection.id)}>{connection.name}</AppLink>
                                    <ConnectionState connection={connection} />
                                    <span className={classes.quiet}>{connection.domains.join(', ')}</span>
                                </li>
                            ))}
                        </ul>
                    )}
                    <BreakGlass key={data.owners.map((owner) => `${owner.id}${String(owner.break_glass)}`).join()} owners={data.owners} editable={mayWrite} />
                </div>
            )}
            <Suspense>{creating && data !== undefined && <CreateConnection overview={data} onClose={() => setCreating(false)} onMade={(id) => go(paths.ssoConnection(id))} />}</Suspense>
        </OverviewPage>
    );
}

export function ConnectionState({ connection }: { connection: Connection }) {
    const { t } = useTranslation();
    if (connection.enforced) {
        return <StateTag tone="good">{t('sso:state.enforced')}</StateTag>;
    }
    if (connection.enabled) {
        return <StateTag tone="good">{t('sso:state.enabled')}</StateTag>;
    }
    return <StateTag tone={connection.tested ? 'wait' : 'off'}>{connection.tested ? t('sso:state.tested') : t('sso:state.untested')}</StateTag>;
}
