import { answer, asProblem } from '@monozu/api-client';
import { NumberTile, OverviewPage, ProblemState, Question, SeverityMark, StaleBanner, useFormat } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { useMe } from '../../app/me';
import { paths } from '../../app/paths';

const everyMs = 30_000;
const active = 'open,in_progress';

/** What somebody coming in wants to know, each answer a way to the list behind it. */
export function Overview() {
    const { t } = useTranslation();
    const format = useFormat();
    const { can, has } = useMe();
    const { data, error, refetch, dataUpdatedAt } = useQuery({ queryKey: ['overview'], queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })), refetchInterval: everyMs });
    if (data === undefined && error !== null) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const { incidents, alerts, devices } = data ?? {};
    return (
        <OverviewPage title={t('nav.overview')} aside={data === undefined ? null : t('overview.asOf', { time: format.time(data.updated_at) })}>
            {error !== null && <StaleBanner since={dataUpdatedAt} onRetry={() => void refetch()} />}
            {has('itsm') && can('incidents:read') && (
                <Question title={t('overview.work')}>
                    <NumberTile label={t('overview.unassigned')} value={incidents?.unassigned} urgent href={paths.incidents({ status: active, assignee: 'none' })} />
                    <NumberTile label={t('overview.critical')} value={incidents?.critical} urgent mark={<SeverityMark severity="critical" />} href={paths.incidents({ status: active, priority: 'critical' })} />
                    <NumberTile label={t('overview.high')} value={incidents?.high} mark={<SeverityMark severity="high" />} href={paths.incidents({ status: active, priority: 'high' })} />
                    <NumberTile label={t('overview.openIncidents')} value={incidents?.open} href={paths.incidents({ status: active })} />
                </Question>
            )}
            {has('security') && can('alerts:read') && (
                <Question title={t('overview.attack')}>
                    <NumberTile label={t('overview.criticalAlerts')} value={alerts?.critical} urgent mark={<SeverityMark severity="critical" />} href={paths.alerts({ status: 'open', severity: 'critical' })} />
                    <NumberTile label={t('overview.highAlerts')} value={alerts?.high} mark={<SeverityMark severity="high" />} href={paths.alerts({ status: 'open', severity: 'high' })} />
                    <NumberTile label={t('overview.openAlerts')} value={alerts?.open} href={paths.alerts({ status: 'open' })} />
                    <NumberTile label={t('overview.lastDay')} value={alerts?.last_24h} href={paths.alerts()} />
                </Question>
            )}
            {has('cmdb') && can('devices:read') && (
                <Question title={t('overview.reachable')}>
                    <NumberTile label={t('overview.offline')} value={devices?.offline} urgent href={paths.devices({ status: 'offline' })} />
                    <NumberTile label={t('overview.online')} value={devices?.online} href={paths.devices({ status: 'online' })} />
                    <NumberTile label={t('overview.devices')} value={devices?.total} href={paths.devices({ status: 'online,offline' })} />
                </Question>
            )}
        </OverviewPage>
    );
}
