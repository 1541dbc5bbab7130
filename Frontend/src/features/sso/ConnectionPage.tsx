import { Button } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { AppLink, NotFoundState, OverviewPage, ProblemState, problemText, RelativeTime, Skeleton, toast, useNavigateTo } from '@monozu/ui';
import { Notice } from '@monozu/ui/entry';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import { goTest } from '../../app/sso/way';
import { Addresses } from './Addresses';
import { connectionDelete, connectionUpdate, ssoQuery, type Connection, type ConnectionPatch, type Overview } from './api';
import { ConnectionForm } from './ConnectionForm';
import { ConnectionState } from './SsoSettingsPage';
import '../../app/sso/words';
import classes from './sso.module.css';

export function ConnectionPage() {
    const { t } = useTranslation();
    return (
        <Module permission="sso:read">
            <Loaded back={<AppLink href={paths.ssoSettings()}>{t('nav.sso')}</AppLink>} />
        </Module>
    );
}

function Loaded({ back }: { back: ReactNode }) {
    const { id } = useParams({ strict: false });
    const { data, error, refetch } = useQuery(ssoQuery);
    if (data === undefined) {
        return error === null ? <Skeleton width={60} /> : <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const connection = data.connections.find((one) => one.id === id);
    return connection === undefined ? <NotFoundState whole action={back} /> : <Editor key={connection.version} connection={connection} overview={data} back={back} />;
}

type Asked = 'disable' | 'enforce' | 'delete';

/** One connection: what it is, what was tried, and the switches, each of which says what it means. */
function Editor({ connection, overview, back }: { connection: Connection; overview: Overview; back: ReactNode }) {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const [asked, setAsked] = useState<Asked | null>(null);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const editable = can('sso:write') && me.roles.includes('owner');

    const change = async (patch: ConnectionPatch) => {
        await connectionUpdate(connection, patch);
        toast('done', t('sso:kept'));
        await queries.invalidateQueries({ queryKey: ssoQuery.queryKey });
    };
    const now = async (work: () => Promise<void>) => {
        setBusy(true);
        setProblem(null);
        try {
            await work();
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    const confirmed: Record<Asked, () => Promise<void>> = {
        disable: () => change({ enabled: false }),
        enforce: () => change({ enforced: true }),
        delete: async () => {
            await connectionDelete(connection.id);
            await queries.invalidateQueries({ queryKey: ssoQuery.queryKey });
            go(paths.ssoSettings());
        },
    };
    return (
        <OverviewPage title={connection.name} aside={<ConnectionState connection={connection} />}>
            <div className={classes.page}>
                <div>{back}</div>
                {problem !== null && (
                    <Notice kind="bad">
                        <p>{problem.type === 'break-glass-needed' ? t('sso:breakGlassNeeded') : problemText(problem, t('ui.state.errorBody'))}</p>
                    </Notice>
                )}
                {connection.kind === 'oidc' && <Addresses redirect={overview.redirect_uri} logOut={overview.log_out_uri} />}
                <section aria-labelledby="switches">
                    <h2 id="switches">{t('sso:switches')}</h2>
                    <p className={classes.quiet}>
                        {connection.tested_at === null ? t('sso:neverTested') : t('sso:testedAt')} {connection.tested_at !== null && <RelativeTime at={connection.tested_at} />}
                        {connection.tested_at !== null && !connection.tested && ` · ${t('sso:testedBefore')}`}
                    </p>
                    {editable && (
                        <div className={classes.actions}>
                            <Button variant={connection.tested ? 'default' : 'filled'} loading={busy} onClick={() => void now(() => goTest(connection.id))}>
                                {t('sso:test')}
                            </Button>
                            {!connection.enabled && (
                                <Button variant={connection.tested ? 'filled' : 'default'} disabled={!connection.tested || busy} onClick={() => void now(() => change({ enabled: true }))}>
                                    {t('sso:enable')}
                                </Button>
                            )}
                            {connection.enabled && !connection.enforced && (
                                <>
                                    <Button variant="default" disabled={busy} onClick={() => setAsked('enforce')}>
                                        {t('sso:enforce')}
                                    </Button>
                                    <Button variant="default" disabled={busy} onClick={() => setAsked('disable')}>
                                        {t('sso:disable')}
                                    </Button>
                                </>
                            )}
                            {connection.enforced && (
                                <Button variant="default" disabled={busy} onClick={() => void now(() => change({ enforced: false }))}>
                                    {t('sso:unenforce')}
                                </Button>
                            )}
                            {!connection.enforced && (
                                <Button variant="default" color="red" disabled={busy} onClick={() => setAsked('delete')}>
                                    {t('sso:delete')}
                                </Button>
                            )}
                        </div>
                    )}
                </section>
                <ConnectionForm connection={connection} editable={editable} />
            </div>
            <Suspense>
                {asked !== null && <ConfirmModal title={t(`sso:ask.${asked}.title`)} body={t(`sso:ask.${asked}.body`, { name: connection.name })} label={t(`sso:ask.${asked}.title`)} onClose={() => setAsked(null)} onConfirm={() => confirmed[asked]()} />}
            </Suspense>
        </OverviewPage>
    );
}
