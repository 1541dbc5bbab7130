import type { TFunction } from 'i18next';

export interface Change {
    label: string;
    from: string | null;
    to: string;
}

interface Pair {
    from: unknown;
    to: unknown;
}

function isPair(value: unknown): value is Pair {
    return typeof value === 'object' && value !== null && 'to' in value;
}

const named: Record<string, string> = { impact: 'incidents.level', urgency: 'incidents.level', priority: 'incidents.priority', status: 'incidents.status' };
const labels: Record<string, string> = {
    title: 'incidents.title',
    description: 'incidents.description',
    impact: 'incidents.impact',
    urgency: 'incidents.urgency',
    priority: 'incidents.priorityLabel',
    status: 'incidents.statusLabel',
    assignee_name: 'incidents.assignee',
};

/** The changes of one entry, `{field: {from, to}}` or `{field: value}`, in the reader's words. Ids say nothing to a reader and are left out. */
export function changesOf(changes: Record<string, unknown> | null, t: TFunction): Change[] {
    const word = (field: string, value: unknown): string => {
        if (value === null || value === undefined || value === '') {
            return '—';
        }
        const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
        const group = named[field];
        return group === undefined ? text : t(`${group}.${text}`);
    };
    return Object.entries(changes ?? {})
        .filter(([field]) => !field.endsWith('_id') && field !== 'version' && field !== 'description')
        .map(([field, value]) => {
            const pair: Pair = isPair(value) ? value : { from: undefined, to: value };
            return { label: labels[field] === undefined ? field : t(labels[field]), from: pair.from === undefined ? null : word(field, pair.from), to: word(field, pair.to) };
        });
}
