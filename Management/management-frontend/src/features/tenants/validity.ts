/** The day on which a licence ends, here, as date fields write it: 2026-12-31. */
export function lastDay(validUntil: string | Date): string {
    const date = new Date(validUntil);
    const padded = (value: number) => String(value).padStart(2, '0');
    return `${String(date.getFullYear())}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`;
}

/** The end of that day, here: whoever reads "valid until the 31st" works on the 31st. */
export function endOf(day: string): string {
    return new Date(`${day}T23:59:59`).toISOString();
}

export function inOneYear(now: Date): string {
    const date = new Date(now);
    date.setFullYear(date.getFullYear() + 1);
    return lastDay(date);
}
