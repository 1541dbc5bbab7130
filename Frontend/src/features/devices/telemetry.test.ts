import { describe, expect, it } from 'vitest';
import type { TelemetryPoint } from '../../app/types';
import { diskSeries, memorySeries, networkSeries } from './telemetry';

const point = (more: Partial<TelemetryPoint> = {}): TelemetryPoint => ({
    at: '2026-01-01T00:00:00Z',
    cpu_percent: 10,
    load1: 1,
    load5: 1,
    load15: 1,
    memory_total_bytes: 1000,
    memory_used_bytes: 250,
    swap_total_bytes: 0,
    swap_used_bytes: 0,
    disks: [],
    rx_bytes_per_second: 5,
    tx_bytes_per_second: 6,
    uptime_seconds: 1,
    ...more,
});

describe('telemetry', () => {
    it('shows swap only where there is some', () => {
        expect(memorySeries([point()], 'memory', 'swap')).toEqual({ names: ['memory'], points: [[1_767_225_600], [25]] });
        expect(memorySeries([point({ swap_total_bytes: 100, swap_used_bytes: 50 })], 'memory', 'swap').points[2]).toEqual([50]);
    });

    it('shows the fullest file systems, with gaps where one was not there', () => {
        const full = { mount: '/data', total_bytes: 100, used_bytes: 90 };
        const root = { mount: '/', total_bytes: 100, used_bytes: 40 };
        expect(diskSeries([point({ disks: [root] }), point({ disks: [root, full] })])).toMatchObject({ names: ['/data', '/'], points: [expect.anything(), [null, 90], [40, 40]] });
        expect(diskSeries([point({ disks: [root, full] })], 1).names).toEqual(['/data']);
    });

    it('does not divide by nothing', () => {
        expect(memorySeries([point({ memory_total_bytes: 0 })], 'memory', 'swap').points[1]).toEqual([null]);
        expect(networkSeries([], 'in', 'out').points).toEqual([[], [], []]);
    });
});
