// Numbers, units and times in the reader's language. Nothing here reads a clock: the present is passed in.

const cache = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
    const known = cache.get(key) as T | undefined;
    if (known !== undefined) {
        return known;
    }
    const made = make();
    cache.set(key, made);
    return made;
}

/** "en" alone would mean American dates; the reader's own region is kept where it is known. */
export function localeOf(language: string, browser: readonly string[] = typeof navigator === 'undefined' ? [] : navigator.languages): string {
    const own = browser.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
    return own ?? (language === 'pl' ? 'pl-PL' : 'en-GB');
}

export function formatNumber(locale: string, value: number, digits = 0): string {
    return cached(`n${locale}${String(digits)}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })).format(value);
}

/** `value` is 0 to 100. */
export function formatPercent(locale: string, value: number, digits = 0): string {
    const format = cached(`p${locale}${String(digits)}`, () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }));
    return format.format(value / 100);
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

export function formatBytes(locale: string, value: number): string {
    let scaled = value;
    let unit = 0;
    while (Math.abs(scaled) >= 1024 && unit < byteUnits.length - 1) {
        scaled /= 1024;
        unit += 1;
    }
    const digits = unit === 0 || Math.abs(scaled) >= 100 ? 0 : 1;
    return `${formatNumber(locale, scaled, digits)}\u00a0${byteUnits[unit] ?? ''}`;
}

export function formatRate(locale: string, bytesPerSecond: number): string {
    return `${formatBytes(locale, bytesPerSecond)}/s`;
}

/** "2 h 10 min": the two largest units; below a minute, seconds. */
export function formatDuration(locale: string, seconds: number): string {
    const units = [
        [86_400, 'd'],
        [3600, 'h'],
        [60, 'min'],
        [1, 's'],
    ] as const;
    const whole = Math.max(0, Math.floor(seconds));
    const first = units.findIndex(([size]) => whole >= size);
    if (first === -1) {
        return '0\u00a0s';
    }
    const parts: string[] = [];
    let rest = whole;
    for (const [size, name] of units.slice(first, first + 2)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0) {
            parts.push(`${formatNumber(locale, count)}\u00a0${name}`);
        }
    }
    return parts.join(' ');
}

export function formatDateTime(locale: string, at: string | number | Date): string {
    return cached(`dt${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })).format(new Date(at));
}

export function formatDate(locale: string, at: string | number | Date): string {
    return cached(`d${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })).format(new Date(at));
}

export function formatTime(locale: string, at: string | number | Date): string {
    return cached(`t${locale}`, () => new Intl.DateTimeFormat(locale, { timeStyle: 'short' })).format(new Date(at));
}

const relativeSteps = [
    [60, 1, 'second'],
    [3600, 60, 'minute'],
    [86_400, 3600, 'hour'],
    [86_400 * 30, 86_400, 'day'],
] as const;

/** "3 minutes ago"; a date once it is more than a month away, for "11 months ago" says little. */
export function formatRelative(locale: string, at: string | number | Date, now: number): string {
    const seconds = (new Date(at).getTime() - now) / 1000;
    const distance = Math.abs(seconds);
    const step = relativeSteps.find(([limit]) => distance < limit);
    if (step === undefined) {
        return formatDate(locale, at);
    }
    const format = cached(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
    const [, size, unit] = step;
    // Under ten seconds the clocks of two machines decide more than time does.
    return unit === 'second' && distance < 10 ? format.format(0, 'second') : format.format(Math.trunc(seconds / size), unit);
}
