import { asProblem } from '@monozu/api-client';
import { isText, ProblemState, recall, remember, Section, Skeleton, StaleBanner, useFormat } from '@monozu/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { telemetryQuery } from './api';
import { cpuSeries, diskSeries, loadSeries, memorySeries, networkSeries } from './telemetry';
import classes from './devices.module.css';

const LiveChart = lazy(() => import('@monozu/ui/chart'));

const ranges = { '15m': 900, '1h': 3600, '6h': 21_600, '24h': 86_400, '7d': 604_800 } as const;
type Range = keyof typeof ranges;

function isRange(value: string | null): value is Range {
    return value !== null && Object.hasOwn(ranges, value);
}

/** CPU, memory, disks, network and load of one machine, all over the same time; the newest values come in by themselves. */
export function DeviceCharts({ id }: { id: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const [range, setRange] = useState<Range>(() => {
        const kept = recall('device.range', isText);
        return isRange(kept) ? kept : '1h';
    });
    const { data, error, refetch, dataUpdatedAt } = useQuery({ ...telemetryQuery(id, ranges[range]), placeholderData: keepPreviousData });
    const charts = useMemo(() => {
        const items = data?.items ?? [];
        return [
            { title: t('devices.cpu'), unit: 'percent' as const, max: 100, ...cpuSeries(items, t('devices.cpu')) },
            { title: t('devices.memory'), unit: 'percent' as const, max: 100, ...memorySeries(items, t('devices.memory'), t('devices.swap')) },
            { title: t('devices.disk'), unit: 'percent' as const, max: 100, ...diskSeries(items) },
            { title: t('devices.network'), unit: 'rate' as const, ...networkSeries(items, t('devices.received'), t('devices.sent')) },
            { title: t('devices.load'), unit: 'number' as const, ...loadSeries(items, [format.duration(60), format.duration(300), format.duration(900)]) },
        ];
    }, [data, t, format]);
    const uptime = data?.items.at(-1)?.uptime_seconds;
    return (
        <Section
            title={t('devices.telemetry')}
            aside={
                <div role="group" aria-label={t('devices.range')} className={classes.ranges}>
                    {(Object.keys(ranges) as Range[]).map((name) => (
                        <button
                            key={name}
                            type="button"
                            aria-pressed={name === range}
                            onClick={() => {
                                setRange(name);
                                remember('device.range', name);
                            }}
                        >
                            {format.duration(ranges[name])}
                        </button>
                    ))}
                </div>
            }
        >
            {data === undefined && error !== null && <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />}
            {data !== undefined && error !== null && <StaleBanner since={dataUpdatedAt} onRetry={() => void refetch()} />}
            {data === undefined && error === null && <ChartBones />}
            {data !== undefined && (
                <Suspense fallback={<ChartBones />}>
                    <div className={classes.charts}>
                        {charts.map(({ names, ...chart }) => (
                            <LiveChart key={chart.title} {...chart} series={names} from={data.from} to={data.to} />
                        ))}
                    </div>
                    {uptime !== undefined && <p className={classes.uptime}>{t('devices.uptime', { time: format.duration(uptime) })}</p>}
                </Suspense>
            )}
        </Section>
    );
}

function ChartBones() {
    return (
        <div className={classes.charts}>
            {[0, 1, 2, 3].map((index) => (
                <Skeleton key={index} width={100} height={204} />
            ))}
        </div>
    );
}
