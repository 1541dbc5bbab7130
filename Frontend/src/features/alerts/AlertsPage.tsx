import { Button } from '@mantine/core';
import { AppLink, ConnectionIndicator, ListPage, listKey, RelativeTime, severities, SeverityTag, type Column, type FilterSpec, type ListSource, type View } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { Alert } from '../../app/types';
import { alertList, prependAlerts } from './api';
import { useAlertStream } from './AlertStream';
import { belongs } from './feed';
import { useAlertActions } from './useAlertActions';
import { AlertStatus, alertStatuses } from './words';
import classes from './alerts.module.css';

export function AlertsPage() {
    return (
        <Module feature="security" permission="alerts:read">
            <Alerts />
        </Module>
    );
}

const rowId = (alert: Alert) => alert.id;
const rowLabel = (alert: Alert) => alert.title;
const rowHref = (alert: Alert) => paths.alert(alert.id);
const newestFirst = '-created_at';

function Alerts() {
    const { t } = useTranslation();
    const { can, has } = useMe();
    const queries = useQueryClient();
    const stream = useAlertStream();
    const actions = useAlertActions();
    const mayWrite = can('alerts:write');
    const [query, setQuery] = useState<Record<string, string>>({});

    const { looked, know, unseen } = stream;
    useEffect(() => {
        if (unseen > 0) {
            looked();
        }
    }, [unseen, looked]);

    // The list tells the stream what it has read, so that the two never show one alert twice.
    const source = useMemo(
        (): ListSource<Alert> => ({
            ...alertList,
            fetch: async (asked, signal) => {
                const page = await alertList.fetch(asked, signal);
                know(page.items.map(rowId));
                return page;
            },
        }),
        // `know` changes with every message, what it does does not.
        // eslint-disable-next-line react-hooks/exhaustive-deps
        [],
    );
    const columns = useMemo(
        (): Column<Alert>[] => [
            { id: 'severity', header: t('alerts.severity'), width: 116, sort: { field: 'severity', first: 'down' }, card: 'lead', cell: (row) => <SeverityTag severity={row.severity} /> },
            { id: 'title', header: t('alerts.title'), width: 280, grow: true, card: 'title', cell: (row) => <span className={classes.title}>{row.title}</span> },
            {
                id: 'device',
                header: t('alerts.device'),
                width: 170,
                cell: (row) => (row.device_id === null || !has('cmdb') || !can('devices:read') ? (row.device_name ?? '—') : <AppLink href={paths.device(row.device_id)}>{row.device_name ?? row.device_id}</AppLink>),
            },
            { id: 'rule', header: t('alerts.rule'), width: 170, card: 'none', cell: (row) => <span className={classes.quiet}>{row.rule ?? '—'}</span> },
            { id: 'source', header: t('alerts.source'), width: 110, card: 'none', cell: (row) => <span className={classes.quiet}>{row.source}</span> },
            { id: 'status', header: t('alerts.statusLabel'), width: 130, card: 'lead', cell: (row) => <AlertStatus status={row.status} /> },
            { id: 'created', header: t('alerts.created'), width: 120, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
        ],
        [t, can, has],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'severity', label: t('alerts.severity'), kind: 'choice', multiple: true, options: severities.map((value) => ({ value, label: t(`ui.severity.${value}`) })) },
            { id: 'status', label: t('alerts.statusLabel'), kind: 'choice', multiple: true, options: alertStatuses.map((value) => ({ value, label: t(`alerts.status.${value}`) })) },
        ],
        [t],
    );
    const views = useMemo(
        (): View[] => [
            { label: t('alerts.views.open'), search: { status: 'open' } },
            { label: t('alerts.views.severe'), search: { status: 'open', severity: 'critical,high' } },
            { label: t('alerts.views.all'), search: {} },
        ],
        [t],
    );
    const waiting = stream.waiting.filter((alert) => belongs(alert, query));
    const show = () => {
        if ((query.sort ?? newestFirst) === newestFirst) {
            prependAlerts(queries, listKey(source, query), waiting);
        } else {
            void queries.invalidateQueries({ queryKey: listKey(source, query) });
        }
        know(waiting.map(rowId));
    };
    return (
        <ListPage
            name="alerts"
            title={t('nav.alerts')}
            columns={columns}
            source={source}
            rowId={rowId}
            rowLabel={rowLabel}
            rowHref={rowHref}
            defaultSort={newestFirst}
            filters={filters}
            views={views}
            onQuery={setQuery}
            aside={<ConnectionIndicator state={stream.state} since={null} />}
            staleSince={stream.staleSince}
            waiting={{ count: waiting.length, label: t('alerts.waiting', { count: waiting.length }), show }}
            bulk={
                mayWrite
                    ? (ids, clear) => (
                          <>
                              <Button size="compact-sm" variant="default" onClick={() => void actions.acknowledge(ids).then(clear)}>
                                  {t('alerts.acknowledge')}
                              </Button>
                              <Button size="compact-sm" variant="default" onClick={() => void actions.close(ids).then(clear)}>
                                  {t('alerts.close')}
                              </Button>
                          </>
                      )
                    : undefined
            }
            empty={{ title: t('alerts.emptyTitle'), body: t('alerts.emptyBody'), action: can('webhooks:write') ? <AppLink href={paths.webhooks()}>{t('nav.webhooks')}</AppLink> : undefined }}
        />
    );
}
