export const leastMinutes = 5;

/** What somebody typed as a number of minutes: null for nothing, undefined for what is no number or out of bounds. */
export function readMinutes(text: string, most: number): number | null | undefined {
    const trimmed = text.trim();
    if (trimmed === '') {
        return null;
    }
    const value = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    return value >= leastMinutes && value <= most ? value : undefined;
}
