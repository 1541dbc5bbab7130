/** The address has days, as the reader's calendar counts them; the server has moments. "to" includes its day. */
export function dayRange(query: Record<string, string>): Record<string, string> {
    const { from, to, ...rest } = query;
    const start = from === undefined ? null : midnight(from, 0);
    const end = to === undefined ? null : midnight(to, 1);
    return { ...rest, ...(start === null ? {} : { from: start }), ...(end === null ? {} : { to: end }) };
}

function midnight(day: string, later: number): string | null {
    const [year, month, date] = day.split('-').map(Number);
    const moment = new Date(year ?? Number.NaN, (month ?? Number.NaN) - 1, (date ?? Number.NaN) + later);
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
