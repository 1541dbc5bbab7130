import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, DetailPage, EditableText, problemText, Properties, Property, RelativeTime, toast, useFormat } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import { deviceCiQuery, deviceQuery, deviceReinstate, deviceRename, deviceRevoke, devicesKey, keepDevice } from './api';
import { Commands } from './Commands';
import { DeviceCharts } from './DeviceCharts';
import { Meter } from './Meter';
import { DeviceStatus } from './words';
import classes from './devices.module.css';

const longestName = 100;

export function DevicePage() {
    const { id } = useParams({ from: '/frame/devices/$id' });
    return (
        <Module feature="cmdb" permission="devices:read">
            <DeviceDetail key={id} id={id} />
        </Module>
    );
}

function DeviceDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { can, has } = useMe();
    const format = useFormat();
    const queries = useQueryClient();
    const { data: device, error, refetch, dataUpdatedAt } = useQuery(deviceQuery(id));
    const { data: ci } = useQuery({ ...deviceCiQuery(id), enabled: can('cis:read') });
    const [revoking, setRevoking] = useState(false);
    const mayWrite = can('devices:write') && device !== undefined && device.status !== 'revoked';

    const rename = async (name: string) => {
        if (device === undefined) {
            return;
        }
        keepDevice(queries, { ...device, name });
        try {
            keepDevice(queries, await deviceRename(device, name));
        } catch (failure) {
            keepDevice(queries, device);
            toast('failed', t('devices.notRenamed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
            void queries.invalidateQueries({ queryKey: deviceQuery(id).queryKey });
        }
    };
    const reinstate = async () => {
        try {
            await deviceReinstate(id);
        } catch (failure) {
            toast('failed', t('devices.notReinstated'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await queries.invalidateQueries({ queryKey: devicesKey });
    };
    return (
        <DetailPage
            list={{ name: 'devices', label: t('nav.devices'), href: paths.devices(), hrefOf: paths.device }}
            id={id}
            title={device?.name}
            heading={device !== undefined && <EditableText label={t('devices.name')} value={device.name} editable={mayWrite} maxLength={longestName} onChange={(name) => void rename(name)} />}
            state={device !== undefined && <DeviceStatus status={device.status} />}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            actions={
                has('security') && can('alerts:read') && (
                    <Button component={AppLink} href={paths.alerts({ device_id: id })} variant="default">
                        {t('devices.itsAlerts')}
                    </Button>
                )
            }
            properties={
                device !== undefined && (
                        <Properties>
                            <Property label={t('devices.cpu')}>
                                <Meter value={device.latest?.cpu_percent} />
                            </Property>
                            <Property label={t('devices.memory')}>
                                <Meter value={device.latest?.memory_used_percent} />
                            </Property>
                            <Property label={t('devices.disk')}>
                                <Meter value={device.latest?.disk_used_percent} />
                            </Property>
                            {ci !== undefined && ci !== null && (
                                <Property label={t('devices.ci')}>
                                    <AppLink href={paths.ci(ci.id)}>{ci.name}</AppLink>
                                </Property>
                            )}
                            <Property label={t('devices.lastSeen')}>{device.last_seen_at === null ? '—' : <RelativeTime at={device.last_seen_at} />}</Property>
                            <Property label={t('devices.registered')}>
                                <time dateTime={device.registered_at}>{format.dateTime(device.registered_at)}</time>
                            </Property>
                            <Property label={t('devices.agent')}>{device.agent_version}</Property>
                            <Property label={t('devices.machineId')}>
                                <code className={classes.code}>{device.machine_id}</code>
                            </Property>
                        </Properties>
                )
            }
        >
            {device !== undefined && (
                <>
                    <DeviceCharts id={id} />
                    {can('commands:read') && <Commands device={device} />}
                    {can('devices:write') && device.status === 'revoked' && (
                        <div className={classes.danger}>
                            <p>{t('devices.reinstateHint')}</p>
                            <Button variant="default" onClick={() => void reinstate()}>
                                {t('devices.reinstate')}
                            </Button>
                        </div>
                    )}
                    {mayWrite && (
                        <div className={classes.danger}>
                            <p>{t('devices.revokeHint')}</p>
                            <Button variant="default" onClick={() => setRevoking(true)}>
                                {t('devices.revoke')}
                            </Button>
                        </div>
                    )}
                </>
            )}
            {revoking && device !== undefined && (
                <Suspense>
                    <ConfirmModal
                        title={t('devices.revoke')}
                        body={t('devices.revokeBody', { name: device.name })}
                        label={t('devices.revoke')}
                        typed={device.name}
                        onClose={() => setRevoking(false)}
                        onConfirm={async () => {
                            await deviceRevoke(id);
                            await queries.invalidateQueries({ queryKey: devicesKey });
                        }}
                    />
                </Suspense>
            )}
        </DetailPage>
    );
}
