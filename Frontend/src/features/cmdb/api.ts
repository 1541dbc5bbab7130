import { answer, ifMatch } from '@monozu/api-client';
import { without, type ListSource, type Page } from '@monozu/ui';
import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import { toServer, type Selection } from './list/conditions';
import type { Attribute, Ci, CiClass, CiStatus, Provenance, SourceKind, Value, Values } from './types';

interface Init {
    params?: { path?: Record<string, string>; query?: object; header?: Record<string, string> };
    body?: unknown;
    signal?: AbortSignal;
}

// The routes of the CMDB by hand, in the words of its headers.
const client = api as unknown as { request: (method: string, path: string, init: Init) => Promise<{ data?: unknown }> };
export const call = <T>(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, init: Init = {}): Promise<T> => answer(client.request(method, path, init)) as Promise<T>;

export const cisKey = ['cis'] as const;

export interface Model {
    version: number;
    classes: readonly CiClass[];
    attributes: readonly Attribute[];
    transitions: readonly { from: CiStatus; to: readonly CiStatus[] }[];
}

const modelFreshMs = 60_000;
export const modelQuery = queryOptions({ queryKey: ['ci-model'], queryFn: ({ signal }) => call<Model>('get', '/api/v1/ci-model', { signal }), staleTime: modelFreshMs });

/** `columns`: what its CSV file has. */
export const ciList = (columns: readonly string[]): ListSource<Ci> => ({
    key: cisKey,
    fetch: (query, signal) => call<Page<Ci>>('get', '/api/v1/cis', { params: { query: toServer(query) }, signal }),
    csv: (query) => downloadList('/api/v1/cis', { ...toServer(query), columns: columns.join(',') }, 'cis.csv'),
    jsonLines: (query) => downloadList('/api/v1/cis', toServer(query), 'cis.jsonl'),
});

/** Where it is not exact there are at least so many. */
export interface Facet {
    key: string;
    count: number;
    exact: boolean;
}

export interface Facets {
    classes: Facet[];
    statuses: Facet[];
}

/** How many there are of each class and status, without regard to the class and status that are chosen. */
export const facetsQuery = (query: Readonly<Record<string, string>>) => {
    const asked = without(query, 'class_key', 'status', 'sort', 'as_of');
    return queryOptions({ queryKey: [...cisKey, 'facets', asked], queryFn: ({ signal }) => call<Facets>('get', '/api/v1/cis/facets', { params: { query: toServer(asked) }, signal }), placeholderData: keepPreviousData });
};

const foundAtOnce = 12;

/** CIs by what somebody types, of one class where it matters. */
export const findQuery = (text: string, classKey: string | undefined) =>
    queryOptions({
        queryKey: [...cisKey, 'find', text, classKey ?? ''],
        queryFn: ({ signal }) => call<Page<Ci>>('get', '/api/v1/cis', { params: { query: { limit: foundAtOnce, ...(text === '' ? {} : { q: text }), ...(classKey === undefined ? {} : { class_key: classKey }) } }, signal }),
    });

export const ciQuery = (id: string, asOf?: string) =>
    queryOptions({
        queryKey: [...cisKey, 'one', id, asOf ?? 'now'],
        queryFn: ({ signal }) => call<Ci>('get', '/api/v1/cis/{id}', { params: { path: { id }, ...(asOf === undefined ? {} : { query: { as_of: asOf } }) }, signal }),
    });

export const provenanceQuery = (id: string) =>
    queryOptions({ queryKey: [...cisKey, 'provenance', id], queryFn: ({ signal }) => call<{ items: Provenance[] }>('get', '/api/v1/cis/{id}/provenance', { params: { path: { id } }, signal }) });

export interface CiCreate {
    class_key: string;
    name: string;
    status?: CiStatus;
    attributes?: Values;
    /** Where an identifier says that it is there already, what is said goes there. */
    even_if_known?: boolean;
}

export const ciCreate = (body: CiCreate, key: string) => call<Ci>('post', '/api/v1/cis', { params: { header: { 'Idempotency-Key': key } }, body });

export interface CiChange {
    class_key?: string;
    name?: string;
    status?: CiStatus;
    attributes?: Readonly<Record<string, Value>>;
    /** What people said of these is taken back: the other sources decide again. */
    forget?: readonly string[];
}

export const ciUpdate = (ci: Pick<Ci, 'id' | 'version'>, body: CiChange) => call<Ci>('patch', '/api/v1/cis/{id}', { params: { path: { id: ci.id }, header: ifMatch(ci.version) }, body });

/** A state that the CI was in, whole, and how it came about. */
export interface State {
    version: number;
    valid_from: string;
    valid_to: string | null;
    class_key: string;
    name: string;
    status: CiStatus;
    live: boolean;
    merged_into: string | null;
    attributes: Values;
    changes: Readonly<Record<string, { from: Value; to: Value; source?: string | null; source_name?: string | null }>>;
    cause: string;
    actor_id: string | null;
    actor_name: string | null;
    source_id: string | null;
    source_name: string | null;
}

const statesAtOnce = 50;

export const historyQuery = (id: string) =>
    infiniteQueryOptions({
        queryKey: [...cisKey, 'history', id],
        queryFn: ({ pageParam, signal }) => call<Page<State>>('get', '/api/v1/cis/{id}/history', { params: { path: { id }, query: { limit: statesAtOnce, ...(pageParam === null ? {} : { after: pageParam }) } }, signal }),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next,
    });

export interface Difference {
    attribute: string;
    from: Value;
    to: Value;
}

export const diffQuery = (id: string, from: string, to: string) =>
    queryOptions({ queryKey: [...cisKey, 'diff', id, from, to], queryFn: ({ signal }) => call<{ items: Difference[] }>('get', '/api/v1/cis/{id}/diff', { params: { path: { id }, query: { from, to } }, signal }) });

/** What one source said of the thing, under its own key for it. */
export interface SourceRecord {
    id: string;
    source_id: string;
    source_kind: SourceKind;
    source_name: string;
    key: string;
    class_key: string;
    attributes: Values;
    first_seen_at: string;
    seen_at: string;
    stale: boolean;
    /** What the record is known by when it is taken out again. */
    ci_id: string;
}

export const recordsQuery = (id: string) =>
    queryOptions({ queryKey: [...cisKey, 'records', id], queryFn: ({ signal }) => call<{ items: SourceRecord[] }>('get', '/api/v1/cis/{id}/records', { params: { path: { id } }, signal }) });

const bySafeKey = () => ({ 'Idempotency-Key': crypto.randomUUID() });

export const ciDelete = (ci: Pick<Ci, 'id' | 'version'>) => call<unknown>('delete', '/api/v1/cis/{id}', { params: { path: { id: ci.id }, header: ifMatch(ci.version) } });

/** As the CI was in that version: whole, or those attributes alone. */
export const ciRestore = (id: string, version: number | undefined, attributes?: readonly string[]) => call<Ci>('post', '/api/v1/cis/{id}/restore', { params: { path: { id } }, body: { ...(version === undefined ? {} : { version }), ...(attributes === undefined ? {} : { attributes }) } });

export const ciMerge = (id: string, otherId: string, reason: string) => call<Ci>('post', '/api/v1/cis/{id}/merge', { params: { path: { id }, header: bySafeKey() }, body: { other_id: otherId, reason } });

export const ciUnmerge = (id: string, otherId: string, reason: string) => call<Ci>('post', '/api/v1/cis/{id}/unmerge', { params: { path: { id }, header: bySafeKey() }, body: { other_id: otherId, reason } });

/** The answer to a change is the CI as it is now: shown at once, while everything else that is said of it is asked for again. */
export function keepCi(queries: QueryClient, ci: Ci): void {
    queries.setQueryData(ciQuery(ci.id).queryKey, ci);
    for (const part of ['list', 'facets', 'provenance', 'history', 'records']) {
        void queries.invalidateQueries({ queryKey: [...cisKey, part] });
    }
}

export const sourcesKey = ['ci-sources'] as const;

export interface Source {
    id: string;
    kind: SourceKind;
    key: string;
    name: string;
    quiet_after_hours: number | null;
    quiet: boolean;
    records: number;
    created_at: string;
    seen_at: string;
    version: number;
}

export const sourceList: ListSource<Source> = { key: sourcesKey, fetch: (query, signal) => call<Page<Source>>('get', '/api/v1/ci-sources', { params: { query }, signal }) };

export const sourceUpdate = (source: Pick<Source, 'id' | 'version'>, body: { name: string; quiet_after_hours: number | null }) =>
    call<Source>('patch', '/api/v1/ci-sources/{id}', { params: { path: { id: source.id }, header: ifMatch(source.version) }, body });

export const duplicatesKey = ['ci-duplicates'] as const;

/** Two CIs that share `value` of an identifier and were kept apart: `against` is the stronger one in which they differ, or the class. */
export interface Duplicate {
    id: string;
    class_a: string;
    class_b: string;
    ci_a: string;
    ci_b: string;
    name_a: string;
    name_b: string;
    reasons: readonly { kind: string; value: string; against?: string | null; values?: readonly string[] | null }[];
    found_at: string;
}

export const duplicateList: ListSource<Duplicate> = { key: duplicatesKey, fetch: (query, signal) => call<Page<Duplicate>>('get', '/api/v1/ci-duplicates', { params: { query }, signal }) };

export const duplicateDismiss = (a: string, b: string, reason: string) => call<unknown>('post', '/api/v1/ci-duplicates/dismiss', { params: { header: bySafeKey() }, body: { ci_a: a, ci_b: b, reason } });

export interface BulkChange {
    status?: CiStatus;
    attributes?: Readonly<Record<string, Value>>;
}

export interface Refusal {
    id: string;
    name: string;
    errors: readonly { pointer: string; detail: string }[];
}

/** Of many only the first changes and refusals are named. */
export interface BulkPreview {
    total: number;
    changed: number;
    unchanged: number;
    refusals: number;
    changes: readonly { id: string; name: string; changes: Readonly<Record<string, { from: Value; to: Value }>> }[];
    refused: readonly Refusal[];
}

interface BulkEdited {
    changed: number;
    refusals: number;
    next: string | null;
}

/** Some CIs, or all that a list has with those filters. */
export type Chosen = { ids: readonly string[] } | { query: Selection };

export const bulkPreview = (chosen: Chosen, change: BulkChange) => call<BulkPreview>('post', '/api/v1/cis/bulk-edit/preview', { body: { ...chosen, ...change } });

/** The server takes one portion after the other; what has been done stays done where it stops. */
export async function bulkApply(chosen: Chosen, change: BulkChange, onProgress: (changed: number) => void): Promise<{ changed: number; refusals: number }> {
    const sum = { changed: 0, refusals: 0 };
    let after: string | null = null;
    do {
        const part: BulkEdited = await call<BulkEdited>('post', '/api/v1/cis/bulk-edit', { params: { header: bySafeKey() }, body: { ...chosen, ...change, ...(after === null ? {} : { after }) } });
        sum.changed += part.changed;
        sum.refusals += part.refusals;
        onProgress(sum.changed);
        after = part.next;
    } while (after !== null);
    return sum;
}
