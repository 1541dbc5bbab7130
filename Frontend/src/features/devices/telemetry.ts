import type { TelemetryPoint } from '../../app/types';

export interface Series {
    names: string[];
    points: [number[], ...(number | null)[][]];
}

const seconds = (point: TelemetryPoint) => Date.parse(point.at) / 1000;
const share = (used: number, total: number) => (total > 0 ? (used / total) * 100 : null);

export function cpuSeries(items: readonly TelemetryPoint[], name: string): Series {
    return { names: [name], points: [items.map(seconds), items.map((point) => point.cpu_percent)] };
}

/** Swap only where there is any. */
export function memorySeries(items: readonly TelemetryPoint[], memory: string, swap: string): Series {
    const used = items.map((point) => share(point.memory_used_bytes, point.memory_total_bytes));
    if (!items.some((point) => point.swap_total_bytes > 0)) {
        return { names: [memory], points: [items.map(seconds), used] };
    }
    return { names: [memory, swap], points: [items.map(seconds), used, items.map((point) => share(point.swap_used_bytes, point.swap_total_bytes))] };
}

/** As many file systems as can be told apart by colour: those that are fullest now. */
export function diskSeries(items: readonly TelemetryPoint[], most = 4): Series {
    const fullest = [...(items.at(-1)?.disks ?? [])].sort((a, b) => (share(b.used_bytes, b.total_bytes) ?? 0) - (share(a.used_bytes, a.total_bytes) ?? 0));
    const mounts = fullest.slice(0, most).map((disk) => disk.mount);
    const valuesOf = (mount: string) =>
        items.map((point) => {
            const disk = point.disks.find((candidate) => candidate.mount === mount);
            return disk === undefined ? null : share(disk.used_bytes, disk.total_bytes);
        });
    return { names: mounts, points: [items.map(seconds), ...mounts.map(valuesOf)] };
}

export function networkSeries(items: readonly TelemetryPoint[], received: string, sent: string): Series {
    return { names: [received, sent], points: [items.map(seconds), items.map((point) => point.rx_bytes_per_second), items.map((point) => point.tx_bytes_per_second)] };
}

export function loadSeries(items: readonly TelemetryPoint[], names: [string, string, string]): Series {
    return { names, points: [items.map(seconds), items.map((point) => point.load1), items.map((point) => point.load5), items.map((point) => point.load15)] };
}
