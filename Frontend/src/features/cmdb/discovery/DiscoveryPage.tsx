import { Button } from '@mantine/core';
import { ListPage, RelativeTime, useFormat, useSearchState, type Column } from '@monozu/ui';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { isUnderWay, networkList, type Network } from './api';
import { NetworkState } from './NetworkState';
import { useScan } from './useScan';
import './words';

const NetworkForm = lazy(() => import('./NetworkForm'));

export function DiscoveryPage() {
    return (
        <Module feature="cmdb" permission="discovery:read">
            <Discovery />
        </Module>
    );
}

const rowId = (row: Network) => row.id;
const rowLabel = (row: Network) => row.name;

/** The networks that appliances were let look at. */
function Discovery() {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const [search, setSearch] = useSearchState();
    const { asking, scan } = useScan();
    const mayWrite = can('discovery:write');
    const columns = useMemo(
        (): Column<Network>[] => [
            { id: 'name', header: t('discovery:name'), width: 200, grow: true, sort: { field: 'name', first: 'up' }, card: 'title', cell: (row) => row.name },
            { id: 'state', header: t('discovery:state'), width: 150, card: 'lead', cell: (row) => <NetworkState network={row} /> },
            { id: 'network', header: t('discovery:network'), width: 170, cell: (row) => <span className="mz-numbers">{row.network}</span> },
            { id: 'device', header: t('discovery:device'), width: 170, cell: (row) => row.device_name },
            { id: 'method', header: t('discovery:method'), width: 160, cell: (row) => t(`discovery:methods.${row.method}`) },
            { id: 'every', header: t('discovery:schedule'), width: 150, cell: (row) => (row.every_hours === null ? t('discovery:byHand') : t('discovery:everyHours', { count: row.every_hours })) },
            { id: 'hosts', header: t('discovery:hosts'), width: 80, align: 'end', cell: (row) => (row.last_scan === null ? '—' : format.number(row.last_scan.hosts)) },
            { id: 'last', header: t('discovery:lastLook'), width: 130, cell: (row) => (row.last_scan === null ? '—' : <RelativeTime at={row.last_scan.ended_at} />) },
            {
                id: 'actions',
                header: t('discovery:actions'),
                width: 110,
                card: 'action',
                cell: (row) =>
                    mayWrite && row.enabled ? (
                        <Button size="compact-xs" variant="default" loading={asking === row.id} disabled={isUnderWay(row)} aria-label={t('discovery:scanNamed', { name: row.name })} onClick={() => void scan(row.id)}>
                            {t('discovery:scan')}
                        </Button>
                    ) : null,
            },
        ],
        [t, format, mayWrite, asking, scan],
    );
    const listed = Object.fromEntries(Object.entries(search).filter(([key]) => key !== 'new'));
    const add = { label: t('discovery:add'), run: () => setSearch({ ...search, new: '1' }) };
    return (
        <>
            <ListPage
                name="discovery"
                title={t('nav.discovery')}
                columns={columns}
                source={networkList}
                rowId={rowId}
                rowLabel={rowLabel}
                rowHref={(row) => paths.discoveryNetwork(row.id)}
                defaultSort="name"
                primary={mayWrite ? add : undefined}
                empty={{ title: t('discovery:emptyTitle'), body: t('discovery:emptyBody'), action: mayWrite ? <Button onClick={add.run}>{t('discovery:add')}</Button> : undefined }}
            />
            {search.new !== undefined && mayWrite && (
                <Suspense>
                    <NetworkForm network={null} onClose={() => setSearch(listed)} />
                </Suspense>
            )}
        </>
    );
}
