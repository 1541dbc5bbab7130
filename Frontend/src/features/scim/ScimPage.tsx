import { asProblem } from '@monozu/api-client';
import { AppLink, NumberTile, OverviewPage, ProblemState, Question, RelativeTime, Skeleton } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { Directory } from '../../app/types';
import { directoryQuery } from './api';
import { Mapping } from './Mapping';
import classes from './scim.module.css';
import './words';
import '../../app/administrationWords';

export function ScimPage() {
    return (
        <Module permission="scim:read">
            <Loaded />
        </Module>
    );
}

/** The directory that pushes people and groups: how to connect it, what it has brought, and what its groups may do. */
function Loaded() {
    const { t } = useTranslation();
    const { data, error, refetch } = useQuery(directoryQuery);
    if (error !== null && data === undefined) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <OverviewPage title={t('nav.scim')}>
            {data === undefined ? (
                <Skeleton width={60} />
            ) : (
                <div className={classes.page}>
                    <p className={classes.lead}>{t('scim:lead')}</p>
                    <Connect directory={data} />
                    <Question title={t('scim:brought')}>
                        <NumberTile label={t('scim:users')} value={data.users} href={paths.directoryUsers()} note={t('scim:activeOf', { count: data.active_users })} />
                    </Question>
                    <p className={classes.lead}>
                        {data.synced_at === null ? (
                            t('scim:noSync')
                        ) : (
                            <>
                                {t('scim:lastSync')}: <RelativeTime at={data.synced_at} />
                            </>
                        )}
                    </p>
                    <Mapping key={data.groups.map((group) => group.id).join()} directory={data} />
                    <Failures directory={data} />
                </div>
            )}
        </OverviewPage>
    );
}

function Connect({ directory }: { directory: Directory }) {
    const { t } = useTranslation();
    const { can } = useMe();
    return (
        <section className={classes.section}>
            <h2>{t('scim:connect')}</h2>
            <Suspense fallback={<Skeleton width={60} />}>
                <SecretOnce label={t('scim:url')} value={directory.base_url} />
            </Suspense>
            <p>{t('scim:keyLead')}</p>
            {can('api-keys:read') && (
                <p className={classes.links}>
                    <AppLink href={paths.serviceAccounts()}>{t('scim:accounts')}</AppLink>
                    <AppLink href={paths.apiKeys()}>{t('scim:keys')}</AppLink>
                </p>
            )}
        </section>
    );
}

function Failures({ directory }: { directory: Directory }) {
    const { t } = useTranslation();
    if (directory.failures.length === 0) {
        return null;
    }
    return (
        <section className={classes.section}>
            <h2>{t('scim:failures')}</h2>
            <p className={classes.lead}>{t('scim:failuresLead')}</p>
            <ul className={classes.failures}>
                {directory.failures.map((failure) => (
                    <li key={`${failure.operation} ${failure.subject}`}>
                        <strong>{failure.subject}</strong> <span>{failure.detail}</span>
                        <div className={classes.lead}>
                            {t(`audit.says.${failure.operation}`)} · {failure.status} · {t('scim:times', { count: failure.times })} · <RelativeTime at={failure.at} />
                        </div>
                    </li>
                ))}
            </ul>
        </section>
    );
}
