import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { useFormat, type Format } from '../format/useFormat';
import { breakGaps, usualGap, type Points } from './series';
import classes from './LiveChart.module.css';

export type Unit = 'percent' | 'bytes' | 'rate' | 'number';

export interface LiveChartProps {
    title: string;
    unit: Unit;
    /** One name a series, in the order of `points`. */
    series: readonly string[];
    /** Seconds since the epoch, ascending, then the values of each series. */
    points: Points;
    /** The whole range asked for, in seconds, so that charts side by side show the same time. */
    from: number;
    to: number;
    /** Top of the scale where it is known: 100 for a percentage. */
    max?: number;
}

const height = 150;
/** Powers of two, so that an axis of bytes has round numbers of KiB and MiB. */
const byteSteps = Array.from({ length: 50 }, (_, power) => 2 ** power);
const axisWidth: Record<Unit, number> = { percent: 46, bytes: 66, rate: 76, number: 40 };
const tableRows = 60;

function write(format: Format, unit: Unit, value: number | null | undefined): string {
    if (value === null || value === undefined) {
        return '–';
    }
    switch (unit) {
        case 'percent':
            return format.percent(value, 1);
        case 'bytes':
            return format.bytes(value);
        case 'rate':
            return format.rate(value);
        case 'number':
            return format.number(value, 2);
    }
}

/** A chart with its present values beside the title, the values under the pointer while it is over it, and the same as a table. */
export default function LiveChart(props: LiveChartProps) {
    const { title, unit, series } = props;
    const { t } = useTranslation();
    const format = useFormat();
    const [asTable, setAsTable] = useState(false);
    const [hovered, setHovered] = useState<number | null>(null);
    const points = useMemo(() => breakGaps(props.points, usualGap(props.points[0])), [props.points]);
    const [at, ...values] = points;
    const index = hovered ?? at.length - 1;
    const moment = at[index];
    return (
        <figure className={classes.figure}>
            <figcaption className={classes.caption}>
                <span className={classes.title}>{title}</span>
                <span className={classes.values}>
                    {series.map((name, which) => (
                        <span key={name} className={classes.value}>
                            <span className={classes.swatch} data-series={which + 1} aria-hidden />
                            {series.length > 1 && <span className={classes.name}>{name}</span>}
                            {write(format, unit, values[which]?.[index])}
                        </span>
                    ))}
                    {hovered !== null && moment !== undefined && <span className={classes.name}>{format.dateTime(moment * 1000)}</span>}
                </span>
                <button type="button" className={classes.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                    {asTable ? t('ui.chart.chart') : t('ui.chart.table')}
                </button>
            </figcaption>
            {at.length === 0 ? (
                <p className={classes.empty}>{t('ui.chart.empty')}</p>
            ) : asTable ? (
                <ValueTable {...props} format={format} />
            ) : (
                <Plot {...props} points={points} format={format} onHover={setHovered} />
            )}
        </figure>
    );
}

function Plot({ title, unit, series, points, from, to, max, format, onHover }: LiveChartProps & { format: Format; onHover: (index: number | null) => void }) {
    const { t } = useTranslation();
    const host = useRef<HTMLDivElement>(null);
    const plot = useRef<uPlot | null>(null);
    const scheme = useComputedColorScheme('light');
    const latest = useRef({ points, range: [from, to] as [number, number] });
    const names = series.join('\u0000');

    useEffect(() => {
        const element = host.current;
        if (element === null) {
            return;
        }
        const style = getComputedStyle(element);
        const color = (name: string) => style.getPropertyValue(name).trim();
        const axis = { stroke: color('--mz-text-3'), font: `11px ${style.fontFamily}`, grid: { stroke: color('--mz-grid'), width: 1 }, ticks: { show: false } };
        const clock = new Intl.DateTimeFormat(format.locale, { hour: '2-digit', minute: '2-digit' });
        const day = new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short' });
        const instance = new uPlot(
            {
                width: element.clientWidth,
                height,
                legend: { show: false },
                cursor: { y: false, sync: { key: 'telemetry' }, drag: { x: false, y: false } },
                scales: {
                    x: { range: () => latest.current.range },
                    y: { range: (_, low, high) => [Math.min(0, low), max ?? Math.max(high * 1.15, unit === 'number' ? 1 : 1024)] },
                },
                axes: [
                    { ...axis, size: 26, values: (_, ticks, __, ___, step) => ticks.map((tick) => (step >= 86_400 ? day : clock).format(tick * 1000)) },
                    { ...axis, size: axisWidth[unit], ...(max === 100 ? { splits: () => [0, 25, 50, 75, 100] } : {}), ...(unit === 'bytes' || unit === 'rate' ? { incrs: byteSteps } : {}), values: (_, ticks) => ticks.map((tick) => (unit === 'percent' ? format.percent(tick) : write(format, unit, tick))) },
                ],
                series: [
                    {},
                    ...names.split('\u0000').map((label, which) => ({
                        label,
                        stroke: color(`--mz-series-${String(which + 1)}`),
                        width: 1.5,
                        points: { show: false },
                        ...(which === 0 ? { fill: `color-mix(in srgb, ${color('--mz-series-1')} 9%, transparent)` } : {}),
                    })),
                ],
                hooks: { setCursor: [(self) => onHover(self.cursor.idx ?? null)] },
            },
            latest.current.points as uPlot.AlignedData,
            element,
        );
        plot.current = instance;
        const observer = new ResizeObserver(() => instance.setSize({ width: element.clientWidth, height }));
        observer.observe(element);
        return () => {
            observer.disconnect();
            instance.destroy();
            plot.current = null;
        };
    }, [scheme, format, unit, max, names, onHover]);

    useEffect(() => {
        latest.current = { points, range: [from, to] };
        plot.current?.setData(points as uPlot.AlignedData);
    }, [points, from, to]);

    return <div ref={host} className={classes.plot} role="img" aria-label={t('ui.chart.label', { title })} />;
}

function ValueTable({ title, unit, series, points, format }: LiveChartProps & { format: Format }) {
    const { t } = useTranslation();
    const [at, ...values] = points;
    const step = Math.max(1, Math.ceil(at.length / tableRows));
    const rows = at.map((_, index) => index).filter((index) => (at.length - 1 - index) % step === 0).reverse();
    return (
        <div className={classes.tableScroll} tabIndex={0} role="region" aria-label={title}>
            <table className={classes.table}>
                <thead>
                    <tr>
                        <th scope="col">{t('ui.chart.time')}</th>
                        {series.map((name) => (
                            <th key={name} scope="col">
                                {name}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((index) => (
                        <tr key={at[index]}>
                            <td>{format.dateTime((at[index] ?? 0) * 1000)}</td>
                            {series.map((name, which) => (
                                <td key={name}>{write(format, unit, values[which]?.[index])}</td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
