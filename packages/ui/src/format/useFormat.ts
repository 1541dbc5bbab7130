import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format';

/** The formatters of format.ts, bound to the reader's language. */
export function useFormat() {
    const { i18n } = useTranslation();
    return useMemo(() => {
        const locale = format.localeOf(i18n.language);
        return {
            locale,
            number: (value: number, digits?: number) => format.formatNumber(locale, value, digits),
            percent: (value: number, digits?: number) => format.formatPercent(locale, value, digits),
            bytes: (value: number) => format.formatBytes(locale, value),
            rate: (value: number) => format.formatRate(locale, value),
            duration: (seconds: number) => format.formatDuration(locale, seconds),
            dateTime: (at: string | number | Date) => format.formatDateTime(locale, at),
            date: (at: string | number | Date) => format.formatDate(locale, at),
            time: (at: string | number | Date) => format.formatTime(locale, at),
            relative: (at: string | number | Date, now: number) => format.formatRelative(locale, at, now),
        };
    }, [i18n.language]);
}

export type Format = ReturnType<typeof useFormat>;
