import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, DetailPage, Properties, Property, RelativeTime, Section, SeverityTag, useShortcuts } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import { alertQuery } from './api';
import { Details } from './Details';
import { useAlertActions } from './useAlertActions';
import { AlertStatus } from './words';

export function AlertPage() {
    const { id } = useParams({ from: '/frame/alerts/$id' });
    return (
        <Module feature="security" permission="alerts:read">
            <AlertDetail key={id} id={id} />
        </Module>
    );
}

function AlertDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { can, has } = useMe();
    const { data: alert, error, refetch, dataUpdatedAt } = useQuery(alertQuery(id));
    const actions = useAlertActions();
    const mayWrite = can('alerts:write') && alert !== undefined;
    const mayAcknowledge = mayWrite && alert.status === 'open';
    const mayClose = mayWrite && alert.status !== 'closed';
    const mayMakeIncident = mayWrite && alert.incident_id === null && has('itsm') && can('incidents:write');

    useShortcuts([
        ...(mayAcknowledge ? [{ keys: 'a', label: t('alerts.acknowledge'), run: () => void actions.acknowledge([id]) }] : []),
        ...(mayMakeIncident ? [{ keys: 'i', label: t('alerts.toIncident'), run: () => void actions.toIncident(alert) }] : []),
    ]);
    return (
        <DetailPage
            list={{ name: 'alerts', label: t('nav.alerts'), href: paths.alerts(), hrefOf: paths.alert }}
            id={id}
            title={alert?.title}
            state={alert !== undefined && (<><SeverityTag severity={alert.severity} /><AlertStatus status={alert.status} /></>)}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            actions={
                <>
                    {mayAcknowledge && <Button onClick={() => void actions.acknowledge([id])}>{t('alerts.acknowledge')}</Button>}
                    {mayMakeIncident && (
                        <Button variant="default" onClick={() => void actions.toIncident(alert)}>
                            {t('alerts.toIncident')}
                        </Button>
                    )}
                    {mayClose && (
                        <Button variant="default" onClick={() => void actions.close([id])}>
                            {t('alerts.close')}
                        </Button>
                    )}
                </>
            }
            properties={
                alert !== undefined && (
                    <Properties>
                        <Property label={t('alerts.device')}>
                            {alert.device_id === null || !has('cmdb') || !can('devices:read') ? (alert.device_name ?? '—') : <AppLink href={paths.device(alert.device_id)}>{alert.device_name ?? alert.device_id}</AppLink>}
                        </Property>
                        <Property label={t('alerts.rule')}>{alert.rule ?? '—'}</Property>
                        <Property label={t('alerts.source')}>{alert.source}</Property>
                        <Property label={t('alerts.occurred')}>
                            <RelativeTime at={alert.occurred_at} />
                        </Property>
                        <Property label={t('alerts.created')}>
                            <RelativeTime at={alert.created_at} />
                        </Property>
                        {alert.acknowledged_by_name !== null && <Property label={t('alerts.acknowledgedBy')}>{alert.acknowledged_by_name}</Property>}
                        {alert.incident_id !== null && (
                            <Property label={t('alerts.incident')}>{has('itsm') && can('incidents:read') ? <AppLink href={paths.incident(alert.incident_id)}>{t('alerts.openIncident')}</AppLink> : t('alerts.hasIncident')}</Property>
                        )}
                    </Properties>
                )
            }
        >
            {alert !== undefined && (
                <Section title={t('alerts.detail')}>
                    <Details value={alert.detail} />
                </Section>
            )}
        </DetailPage>
    );
}
