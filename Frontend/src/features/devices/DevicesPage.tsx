import { Button } from '@mantine/core';
import { ListPage, RelativeTime, useNavigateTo, type Column, type FilterSpec, type View } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { Device } from '../../app/types';
import { deviceList } from './api';
import { Meter } from './Meter';
import { DeviceStatus, deviceStatuses } from './words';
import classes from './devices.module.css';

export function DevicesPage() {
    return (
        <Module feature="cmdb" permission="devices:read">
            <Devices />
        </Module>
    );
}

const rowId = (device: Device) => device.id;
const rowLabel = (device: Device) => device.name;
const rowHref = (device: Device) => paths.device(device.id);

function Devices() {
    const { t } = useTranslation();
    const { can } = useMe();
    const go = useNavigateTo();
    const mayAdd = can('provisioning-keys:write');
    const columns = useMemo(
        (): Column<Device>[] => [
            { id: 'name', header: t('devices.name'), width: 220, grow: true, sort: { field: 'name', first: 'up' }, card: 'title', cell: (row) => <span className={classes.name}>{row.name}</span> },
            { id: 'status', header: t('devices.statusLabel'), width: 120, card: 'lead', cell: (row) => <DeviceStatus status={row.status} /> },
            { id: 'cpu', header: t('devices.cpu'), width: 120, cell: (row) => <Meter value={row.latest?.cpu_percent} /> },
            { id: 'memory', header: t('devices.memory'), width: 120, cell: (row) => <Meter value={row.latest?.memory_used_percent} /> },
            { id: 'disk', header: t('devices.disk'), width: 120, cell: (row) => <Meter value={row.latest?.disk_used_percent} /> },
            { id: 'agent', header: t('devices.agent'), width: 100, card: 'none', cell: (row) => <span className={classes.quiet}>{row.agent_version}</span> },
            { id: 'registered', header: t('devices.registered'), width: 130, sort: { field: 'registered_at', first: 'down' }, card: 'none', cell: (row) => <RelativeTime at={row.registered_at} /> },
            { id: 'seen', header: t('devices.lastSeen'), width: 130, cell: (row) => (row.last_seen_at === null ? '—' : <RelativeTime at={row.last_seen_at} />) },
        ],
        [t],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'status', label: t('devices.statusLabel'), kind: 'choice', multiple: true, options: deviceStatuses.map((value) => ({ value, label: t(`devices.status.${value}`) })) }], [t]);
    const views = useMemo(
        (): View[] => [
            { label: t('devices.views.all'), search: {} },
            { label: t('devices.views.offline'), search: { status: 'offline' } },
        ],
        [t],
    );
    const add = { label: t('devices.add'), run: () => go(paths.provisioningKeys()) };
    return (
        <ListPage
            name="devices"
            title={t('nav.devices')}
            columns={columns}
            source={deviceList}
            rowId={rowId}
            rowLabel={rowLabel}
            rowHref={rowHref}
            defaultSort="name"
            filters={filters}
            views={views}
            searchLabel={t('devices.search')}
            primary={mayAdd ? add : undefined}
            empty={{ title: t('devices.emptyTitle'), body: t('devices.emptyBody'), action: mayAdd ? <Button onClick={add.run}>{t('devices.add')}</Button> : undefined }}
        />
    );
}
