import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, DetailPage, Properties, Property, RelativeTime, Skeleton, useNavigateTo } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../../app/dialogs';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { isUnderWay, networkDelete, networkQuery, networksKey } from './api';
import { NetworkState } from './NetworkState';
import { useScan } from './useScan';
import classes from './discovery.module.css';
import './words';

const NetworkForm = lazy(() => import('./NetworkForm'));
// Tables of their own, which weigh more than the rest of the page.
const Hosts = lazy(async () => ({ default: (await import('./Hosts')).Hosts }));
const Scans = lazy(async () => ({ default: (await import('./Scans')).Scans }));

export function NetworkPage() {
    const { id } = useParams({ from: '/frame/cmdb/discovery/$id' });
    return (
        <Module feature="cmdb" permission="discovery:read">
            <NetworkDetail key={id} id={id} />
        </Module>
    );
}

function NetworkDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const { data: network, error, refetch, dataUpdatedAt } = useQuery(networkQuery(id));
    const { asking, scan } = useScan();
    const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
    const mayWrite = can('discovery:write') && network !== undefined;
    return (
        <DetailPage
            list={{ name: 'discovery', label: t('nav.discovery'), href: paths.discovery(), hrefOf: paths.discoveryNetwork }}
            id={id}
            title={network?.name}
            state={network !== undefined && <NetworkState network={network} />}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            actions={
                mayWrite && (
                    <>
                        <Button variant="default" onClick={() => setOpen('edit')}>
                            {t('discovery:edit')}
                        </Button>
                        <Button loading={asking !== null} disabled={!network.enabled || isUnderWay(network)} onClick={() => void scan(id)}>
                            {t('discovery:scan')}
                        </Button>
                    </>
                )
            }
            properties={
                network !== undefined && (
                    <Properties>
                        <Property label={t('discovery:network')}>{network.ci_id === null || !can('cis:read') ? network.network : <AppLink href={paths.ci(network.ci_id)}>{network.network}</AppLink>}</Property>
                        <Property label={t('discovery:device')}>{can('devices:read') ? <AppLink href={paths.device(network.device_id)}>{network.device_name}</AppLink> : network.device_name}</Property>
                        <Property label={t('discovery:method')}>{t(`discovery:methods.${network.method}`)}</Property>
                        <Property label={t('discovery:schedule')}>{network.every_hours === null ? t('discovery:byHand') : t('discovery:everyHours', { count: network.every_hours })}</Property>
                        {network.next_scan_at !== null && (
                            <Property label={t('discovery:nextLook')}>
                                <RelativeTime at={network.next_scan_at} />
                            </Property>
                        )}
                        {network.last_scan !== null && (
                            <Property label={t('discovery:lastLook')}>
                                <RelativeTime at={network.last_scan.ended_at} />
                            </Property>
                        )}
                    </Properties>
                )
            }
        >
            {network !== undefined && (
                <>
                    {network.asked?.status === 'failed' && <pre className={classes.output} tabIndex={0}>{network.asked.output ?? t('discovery:noReason')}</pre>}
                    <Suspense fallback={<Skeleton width={60} />}>
                        <Hosts id={id} lastScanAt={network.last_scan?.ended_at ?? null} />
                        <Scans id={id} lastScanAt={network.last_scan?.ended_at ?? null} />
                    </Suspense>
                    {mayWrite && (
                        <div className={classes.danger}>
                            <p>{t('discovery:deleteHint')}</p>
                            <Button variant="default" onClick={() => setOpen('delete')}>
                                {t('discovery:delete')}
                            </Button>
                        </div>
                    )}
                </>
            )}
            <Suspense>
                {open === 'edit' && network !== undefined && <NetworkForm network={network} onClose={() => setOpen(null)} />}
                {open === 'delete' && network !== undefined && (
                    <ConfirmModal
                        title={t('discovery:delete')}
                        body={t('discovery:deleteBody', { name: network.name })}
                        label={t('discovery:delete')}
                        onClose={() => setOpen(null)}
                        onConfirm={async () => {
                            await networkDelete(id);
                            await queries.invalidateQueries({ queryKey: [...networksKey, 'list'] });
                            go(paths.discovery());
                        }}
                    />
                )}
            </Suspense>
        </DetailPage>
    );
}
