import { afterEach, expect, it, vi } from 'vitest';
import { endOf, inOneYear, lastDay } from './validity';

afterEach(() => vi.unstubAllEnvs());

it('gives back the day that was chosen, east and west of Greenwich', () => {
    for (const zone of ['Europe/Warsaw', 'America/Los_Angeles', 'UTC']) {
        vi.stubEnv('TZ', zone);
        expect(lastDay(endOf('2026-12-31'))).toBe('2026-12-31');
    }
});

it('covers the whole of the last day where the operator is', () => {
    vi.stubEnv('TZ', 'Europe/Warsaw');
    expect(endOf('2026-12-31')).toBe('2026-12-31T22:59:59.000Z');
});

it('offers the same day of the next year, and in a leap year the day after', () => {
    vi.stubEnv('TZ', 'UTC');
    expect(inOneYear(new Date('2026-11-22T10:00:00Z'))).toBe('2027-11-22');
    expect(inOneYear(new Date('2028-02-29T10:00:00Z'))).toBe('2029-03-01');
});
