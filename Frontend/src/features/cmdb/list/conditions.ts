import type { AttributeType } from '../types';

// What a list is filtered by beside the columns that every CI has: one condition an attribute, in the address as "a.<attribute>=<op>:<value>".

export const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'starts', 'in-network', 'set', 'unset'] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
    op: Operator;
    /** "4"; "4..8" for between; empty for set and unset. */
    value: string;
}

const prefix = 'a.';
const ordered: readonly Operator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'set', 'unset'];
const words: readonly Operator[] = ['eq', 'ne', 'starts', 'set', 'unset'];
const choices: readonly Operator[] = ['eq', 'ne', 'set', 'unset'];

const byType: Record<AttributeType, readonly Operator[]> = {
    text: words,
    url: words,
    mac: words,
    number: ordered,
    date: ordered,
    enumeration: choices,
    reference: choices,
    boolean: ['eq', 'set', 'unset'],
    list: ['eq', 'ne', 'starts', 'set', 'unset'],
    ip: ['eq', 'ne', 'in-network', 'between', 'set', 'unset'],
};

export const operatorsOf = (type: AttributeType): readonly Operator[] => byType[type];
export const filterId = (attribute: string) => prefix + attribute;
export const attributeOf = (id: string): string | null => (id.startsWith(prefix) ? id.slice(prefix.length) : null);
export const takesValue = (op: Operator) => op !== 'set' && op !== 'unset';

export function readCondition(text: string): Condition | null {
    const at = text.indexOf(':');
    const op = operators.find((known) => known === (at === -1 ? text : text.slice(0, at)));
    if (op === undefined) {
        return null;
    }
    const value = at === -1 ? '' : text.slice(at + 1);
    return takesValue(op) === (value !== '') ? { op, value } : null;
}

export const writeCondition = ({ op, value }: Condition): string => (takesValue(op) ? `${op}:${value}` : op);

export function readRange(value: string): [string, string] {
    const at = value.indexOf('..');
    return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 2)];
}

const network = /^[0-9a-f:.]+\/\d{1,3}$/i;
const address = /^[0-9a-f:.]+$/i;
const mac = /^([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}$/i;
const date = /^\d{4}-\d{2}-\d{2}$/;

function fits(type: AttributeType, op: Operator, value: string): boolean {
    switch (type) {
        case 'number':
            return value.trim() !== '' && Number.isFinite(Number(value));
        case 'date':
            return date.test(value);
        case 'ip':
            return op === 'in-network' ? network.test(value) : address.test(value);
        case 'mac':
            return op === 'starts' ? value !== '' : mac.test(value);
        default:
            return value !== '';
    }
}

/** Whether the server can be asked for it; a field says what is missing before that. */
export function isWhole(type: AttributeType, { op, value }: Condition): boolean {
    if (!takesValue(op)) {
        return true;
    }
    return op === 'between' ? readRange(value).every((end) => fits(type, op, end)) : fits(type, op, value);
}

/** The query of a list as the server takes it: all conditions in one `filter`, and the order by an attribute. */
export function toServer(query: Readonly<Record<string, string>>): Record<string, string> {
    const asked: Record<string, string> = {};
    const filter: string[] = [];
    for (const [key, value] of Object.entries(query)) {
        const attribute = attributeOf(key);
        const order = key === 'sort' ? attributeOf(value.replace(/^-/, '')) : null;
        if (attribute !== null) {
            const condition = readCondition(value);
            if (condition !== null) {
                filter.push(`${attribute}:${writeCondition(condition)}`.replaceAll(',', '\\,'));
            }
        } else if (order !== null) {
            asked.order_by = order;
            asked.sort = value.startsWith('-') ? '-value' : 'value';
        } else {
            asked[key] = value;
        }
    }
    return filter.length === 0 ? asked : { ...asked, filter: filter.join(',') };
}

/** What can be asked of the past: neither words, nor age, nor another order than by name. */
export const ofThePast = (query: Readonly<Record<string, string>>, asOf: string): Record<string, string> => ({ ...Object.fromEntries(Object.entries(query).filter(([key]) => !['q', 'stale', 'sort'].includes(key))), as_of: asOf });

/** What a list shows, as a body of a request says it. */
export interface Selection {
    class_key: string[];
    status: string[];
    stale?: boolean;
    q?: string;
    filter: string[];
}

export function selectionOf(query: Readonly<Record<string, string>>): Selection {
    const listed = (text: string | undefined) => (text === undefined ? [] : text.split(','));
    const conditions = Object.entries(query).flatMap(([key, value]) => toServer({ [key]: value }).filter ?? []);
    return {
        class_key: listed(query.class_key),
        status: listed(query.status),
        ...(query.stale === undefined ? {} : { stale: query.stale === 'true' }),
        ...(query.q === undefined ? {} : { q: query.q }),
        filter: conditions,
    };
}
