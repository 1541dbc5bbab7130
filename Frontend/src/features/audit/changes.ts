export interface ChangedField {
    field: string;
    before: string;
    after: string;
}

export interface NotedField {
    field: string;
    value: string;
}

/** What an entry notes: the fields that were changed with what they were, or what the request said. */
export type Noted = { kind: 'changed'; fields: ChangedField[] } | { kind: 'said'; fields: NotedField[] };

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string {
    if (value === null || value === undefined || value === '') {
        return '—';
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
}

export function noted(changes: unknown): Noted | null {
    if (!isRecord(changes)) {
        return null;
    }
    const { before, after } = changes;
    if (isRecord(before) && isRecord(after)) {
        const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        return { kind: 'changed', fields: fields.map((field) => ({ field, before: text(before[field]), after: text(after[field]) })) };
    }
    const fields = Object.entries(changes).map(([field, value]) => ({ field, value: text(value) }));
    return fields.length === 0 ? null : { kind: 'said', fields };
}

/** In one line, for the list. */
export function summary(changes: unknown): string {
    const what = noted(changes);
    if (what === null) {
        return '—';
    }
    return what.kind === 'changed' ? what.fields.map(({ field, before, after }) => `${field}: ${before} → ${after}`).join(', ') : what.fields.map(({ field, value }) => `${field}: ${value}`).join(', ');
}
