import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatNumber, formatPercent, formatRate, formatRelative, localeOf } from './format';

// Spaces between a number and its unit do not break; the tests read more easily with plain ones.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const now = Date.parse('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1000);

describe('formatting', () => {
    it('writes numbers as the reader does', () => {
        expect(plain(formatNumber('pl-PL', 1_234_567.891, 1))).toBe('1 234 567,9');
        expect(formatNumber('en-GB', 1_234_567.891, 1)).toBe('1,234,567.9');
        expect(plain(formatPercent('pl-PL', 12.5, 1))).toBe('12,5%');
    });

    it('keeps bytes short', () => {
        expect(plain(formatBytes('en-GB', 0))).toBe('0 B');
        expect(plain(formatBytes('en-GB', 1023))).toBe('1,023 B');
        expect(plain(formatBytes('en-GB', 1536))).toBe('1.5 KiB');
        expect(plain(formatBytes('en-GB', 200 * 1024 ** 3))).toBe('200 GiB');
        expect(plain(formatRate('pl-PL', 1.5 * 1024 ** 2))).toBe('1,5 MiB/s');
    });

    it('says a duration in its two largest units', () => {
        expect(plain(formatDuration('en-GB', 7800))).toBe('2 h 10 min');
        expect(plain(formatDuration('en-GB', 59.9))).toBe('59 s');
        expect(plain(formatDuration('en-GB', 86_400 * 3 + 61))).toBe('3 d');
        expect(plain(formatDuration('en-GB', 0))).toBe('0 s');
    });

    it('says how long ago in words, and a date once it is long ago', () => {
        expect(formatRelative('en-GB', ago(3), now)).toBe('now');
        expect(formatRelative('en-GB', ago(200), now)).toBe('3 min ago');
        expect(plain(formatRelative('pl-PL', ago(7300), now))).toBe('2 godz. temu');
        expect(formatRelative('pl-PL', ago(86_400), now)).toBe('wczoraj');
        expect(formatRelative('en-GB', ago(86_400 * 90), now)).toBe('1 Dec 2025');
        expect(formatRelative('en-GB', ago(-3600), now)).toBe('in 1 hr');
    });

    it('keeps the reader’s own region', () => {
        expect(localeOf('en', ['de-DE', 'en-IE'])).toBe('en-IE');
        expect(localeOf('en', ['de-DE'])).toBe('en-GB');
        expect(localeOf('pl', [])).toBe('pl-PL');
    });
});
