/** A moment as a field for date and time holds it: in the reader's own time, to the minute. */
export function toField(at: string | Date): string {
    const moment = new Date(at);
    return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function fromField(text: string): string | null {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
