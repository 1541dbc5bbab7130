import type { ReactNode } from 'react';
import type { Search } from '../nav/search';

/** What a list shows: all of it is in the address, so that a link, a reload and "back" show the same. */
export interface ListState {
    q: string;
    /** "created_at", or "-created_at" for the newest first. */
    sort: string;
    /** Only filters that are set; each has at least one value. */
    filters: Record<string, string[]>;
}

export interface FilterOption {
    value: string;
    label: string;
}

export interface FilterSpec {
    /** The server's own name for it. */
    id: string;
    label: string;
    /** `own`: the page brings the form; its one value stands in the address as it is. */
    kind: 'choice' | 'text' | 'date' | 'own';
    options?: readonly FilterOption[];
    /** Several values of one choice may be wanted at once; the address separates them by commas. */
    multiple?: boolean;
    /** Under which heading it is offered. */
    group?: string;
    /** Of `own`: what a value is called on its chip, and the form that sets it; null takes the filter away. */
    textOf?: (value: string) => string;
    editor?: (value: string | null, onChange: (value: string | null) => void) => ReactNode;
}

export function readListState(search: Search, filters: readonly FilterSpec[], defaultSort: string): ListState {
    const set: Record<string, string[]> = {};
    for (const filter of filters) {
        const given = search[filter.id] ?? '';
        const values = (filter.kind === 'own' ? [given] : given.split(',')).filter((value) => isAllowed(filter, value));
        if (values.length > 0) {
            set[filter.id] = filter.multiple === true ? [...new Set(values)] : values.slice(0, 1);
        }
    }
    return { q: search.q ?? '', sort: search.sort ?? defaultSort, filters: set };
}

/** Keeps what the address says beside the list's own state. The default sort is left out, so that plain lists have plain addresses. */
export function writeListState(state: ListState, filters: readonly FilterSpec[], defaultSort: string, present: Search = {}): Search {
    const own = new Set(['q', 'sort', ...filters.map((filter) => filter.id)]);
    const next: Search = Object.fromEntries(Object.entries(present).filter(([key]) => !own.has(key)));
    if (state.q !== '') {
        next.q = state.q;
    }
    for (const filter of filters) {
        const values = state.filters[filter.id];
        if (values !== undefined && values.length > 0) {
            next[filter.id] = values.join(',');
        }
    }
    if (state.sort !== defaultSort) {
        next.sort = state.sort;
    }
    return next;
}

/** What the server is asked for. */
export function toQuery(state: ListState): Record<string, string> {
    const query: Record<string, string> = {};
    if (state.q !== '') {
        query.q = state.q;
    }
    if (state.sort !== '') {
        query.sort = state.sort;
    }
    for (const [id, values] of Object.entries(state.filters)) {
        query[id] = values.join(',');
    }
    return query;
}

export function withFilter(state: ListState, id: string, values: readonly string[]): ListState {
    const filters = { ...state.filters };
    if (values.length === 0) {
        delete filters[id];
    } else {
        filters[id] = [...values];
    }
    return { ...state, filters };
}

/** A first click sorts as the column is mostly read, a second turns it round. */
export function toggledSort(present: string, field: string, first: 'up' | 'down'): string {
    const up = field;
    const down = `-${field}`;
    if (present !== up && present !== down) {
        return first === 'up' ? up : down;
    }
    return present === up ? down : up;
}

export function isFiltered(state: ListState): boolean {
    return state.q !== '' || Object.keys(state.filters).length > 0;
}

/** The part of an address that makes a view: two lists that differ only in order are one view. */
export function viewKey(search: Search): string {
    return Object.entries(search)
        .filter(([key, value]) => key !== 'sort' && value !== '')
        .map(([key, value]) => `${key}=${value.split(',').sort().join(',')}`)
        .sort()
        .join('&');
}

function isAllowed(filter: FilterSpec, value: string): boolean {
    if (value === '') {
        return false;
    }
    // Choices whose options are still on their way (people, machines) are taken as they come.
    return filter.kind !== 'choice' || filter.options === undefined || filter.options.some((option) => option.value === value);
}
