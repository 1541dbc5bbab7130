import { answer } from '@monozu/api-client';
import type { Page } from '@monozu/ui';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api';
import { cisKey, modelQuery } from '../api';
import type { CiRelation, Graph, Impact, ImpactDirection, RelationType } from './types';

interface Init {
    params?: { path?: Record<string, string>; query?: object; header?: Record<string, string> };
    body?: unknown;
    signal?: AbortSignal;
}
const client = api as unknown as { request: (method: string, path: string, init: Init) => Promise<{ data?: unknown }> };
const call = <T>(method: 'get' | 'post' | 'delete', path: string, init: Init = {}): Promise<T> => answer(client.request(method, path, init)) as Promise<T>;

export const relationTypesQuery = { ...modelQuery, select: (model: object) => (model as { relation_types: readonly RelationType[] }).relation_types };

const relationsKey = [...cisKey, 'relations'] as const;
const pageSize = 200;

export const relationsQuery = (id: string, asOf: string | undefined) =>
    infiniteQueryOptions({
        queryKey: [...relationsKey, 'of', id, asOf ?? 'now'],
        queryFn: ({ pageParam, signal }) =>
            call<Page<CiRelation>>('get', '/api/v1/cis/{id}/relations', { params: { path: { id }, query: { limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }), ...(asOf === undefined ? {} : { as_of: asOf }) } }, signal }),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next ?? null,
    });

export const graphQuery = (id: string, depth: number) =>
    queryOptions({ queryKey: [...relationsKey, 'graph', id, depth], queryFn: ({ signal }) => call<Graph>('get', '/api/v1/cis/{id}/graph', { params: { path: { id }, query: { depth } }, signal }) });

export const impactQuery = (id: string, direction: ImpactDirection) =>
    queryOptions({ queryKey: [...relationsKey, 'impact', id, direction], queryFn: ({ signal }) => call<Impact>('get', '/api/v1/cis/{id}/impact', { params: { path: { id }, query: { direction } }, signal }) });

export interface RelationCreate {
    type_key: string;
    from_id: string;
    to_id: string;
    note?: string;
}

export const relationCreate = (body: RelationCreate, key: string) => call<{ id: string }>('post', '/api/v1/relations', { params: { header: { 'Idempotency-Key': key } }, body });

export const relationEnd = (id: string) => call<undefined>('delete', '/api/v1/relations/{id}', { params: { path: { id } } });

/** A relation that begins or ends changes what every graph and analysis says. */
export const relationsChanged = (queries: QueryClient) => queries.invalidateQueries({ queryKey: relationsKey });
