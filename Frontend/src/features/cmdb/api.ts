import { answer, ifMatch } from '@monozu/api-client';
import type { ListSource, Page } from '@monozu/ui';
import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import { without } from './groupBy';
import { toServer } from './list/conditions';
import type { Attribute, Ci, CiClass, CiStatus, Provenance, Value, Values } from './types';

interface Init {
    params?: { path?: Record<string, string>; query?: object; header?: Record<string, string> };
    body?: unknown;
    signal?: AbortSignal;
}

// The routes of the CMDB by hand, in the words of its headers.
const client = api as unknown as { request: (method: string, path: string, init: Init) => Promise<{ data?: unknown }> };
const call = <T>(method: 'get' | 'post' | 'patch' | 'delete', path: string, init: Init = {}): Promise<T> => answer(client.request(method, path, init)) as Promise<T>;

export const cisKey = ['cis'] as const;

export interface Model {
    version: number;
    classes: readonly CiClass[];
    attributes: readonly Attribute[];
    transitions: readonly { from: CiStatus; to: readonly CiStatus[] }[];
}

const modelFreshMs = 60_000;
export const modelQuery = queryOptions({ queryKey: ['ci-model'], queryFn: ({ signal }) => call<Model>('get', '/api/v1/ci-model', { signal }), staleTime: modelFreshMs });

export const ciList: ListSource<Ci> = {
    key: cisKey,
    fetch: (query, signal) => call<Page<Ci>>('get', '/api/v1/cis', { params: { query: toServer(query) }, signal }),
    csv: (query) => downloadList('/api/v1/cis', toServer(query), 'cis.csv'),
    jsonLines: (query) => downloadList('/api/v1/cis', toServer(query), 'cis.jsonl'),
};

export interface Facets {
    classes: { key: string; count: number }[];
    statuses: { key: string; count: number }[];
}

/** How many there are of each class and status, without regard to the class and status that are chosen. */
export const facetsQuery = (query: Readonly<Record<string, string>>) => {
    const asked = without(query, 'class', 'status', 'sort');
    return queryOptions({ queryKey: [...cisKey, 'facets', asked], queryFn: ({ signal }) => call<Facets>('get', '/api/v1/cis/facets', { params: { query: toServer(asked) }, signal }), placeholderData: keepPreviousData });
};

const foundAtOnce = 12;

/** CIs by what somebody types, of one class where it matters. */
export const findQuery = (text: string, classKey: string | undefined) =>
    queryOptions({
        queryKey: [...cisKey, 'find', text, classKey ?? ''],
        queryFn: ({ signal }) => call<Page<Ci>>('get', '/api/v1/cis', { params: { query: { limit: foundAtOnce, ...(text === '' ? {} : { q: text }), ...(classKey === undefined ? {} : { class: classKey }) } }, signal }),
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

/** The answer to a change is the CI as it is now: shown at once, while everything else that is said of it is asked for again. */
export function keepCi(queries: QueryClient, ci: Ci): void {
    queries.setQueryData(ciQuery(ci.id).queryKey, ci);
    for (const part of ['list', 'facets', 'provenance', 'history', 'records']) {
        void queries.invalidateQueries({ queryKey: [...cisKey, part] });
    }
}
