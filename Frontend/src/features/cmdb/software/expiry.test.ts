import { describe, expect, it } from 'vitest';
import { validityOf } from './expiry';

const now = Date.parse('2026-11-22T12:00:00Z');
const of = (not_before: string | null, not_after: string | null) => validityOf({ not_before, not_after }, now);

describe('a certificate', () => {
    it('is told by its own times, with a month of warning', () => {
        expect(of('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toBe('valid');
        expect(of('2026-01-01T00:00:00Z', '2026-12-22T12:00:00Z')).toBe('soon');
        expect(of('2026-01-01T00:00:00Z', '2026-12-22T12:00:01Z')).toBe('valid');
        expect(of('2026-01-01T00:00:00Z', '2026-11-22T12:00:00Z')).toBe('over');
        expect(of('2026-12-01T00:00:00Z', '2027-12-01T00:00:00Z')).toBe('early');
        expect(of(null, '2027-12-01T00:00:00Z')).toBe('valid');
        expect(of('2026-01-01T00:00:00Z', null)).toBeNull();
    });
});
