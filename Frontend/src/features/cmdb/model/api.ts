import { ifMatch } from '@monozu/api-client';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { call, cisKey, modelQuery } from '../api';
import type { Attribute, AttributeValues, CiClass, CiModel, ClassValues, RelationType, Rules, Touched } from './types';

/** The whole of it; the CMDB's other pages keep the same answer. */
export const wholeModelQuery = queryOptions({ queryKey: ['ci-model', 'whole'], queryFn: ({ signal }) => call<CiModel>('get', '/api/v1/ci-model', { signal }) });

/** Values follow the model, so everything that shows items is asked for again. */
export async function reload(queries: QueryClient): Promise<void> {
    await Promise.all([queries.invalidateQueries({ queryKey: modelQuery.queryKey }), queries.invalidateQueries({ queryKey: cisKey })]);
}

interface Versioned {
    key: string;
    version: number;
}

const parts = { class: 'ci-classes', attribute: 'ci-attributes', relation: 'relation-types' } as const;
export type PartKind = keyof typeof parts;
const pathOf = (kind: PartKind) => `/api/v1/${parts[kind]}`;
const at = ({ key, version }: Versioned) => ({ path: { key }, header: ifMatch(version) });

const create = <T>(kind: PartKind, body: object, key: string) => call<T>('post', pathOf(kind), { params: { header: { 'Idempotency-Key': key } }, body });
const update = <T>(kind: PartKind, part: Versioned, body: object) => call<T>('patch', `${pathOf(kind)}/{key}`, { params: at(part), body });
const preview = (kind: PartKind, key: string, body: object) => call<Touched>('post', `${pathOf(kind)}/{key}/preview`, { params: { path: { key } }, body });

/** `clear`: what does not fit the model afterwards is cleared; otherwise nothing is done where something does not. */
export const partDelete = (kind: PartKind, part: Versioned, clear: boolean) => call<unknown>('delete', `${pathOf(kind)}/{key}`, { params: { ...at(part), ...(clear ? { query: { misfits: 'clear' } } : {}) } });
export const removalPreview = (kind: PartKind, key: string) => preview(kind, key, { remove: true });

const agreed = (clear: boolean) => (clear ? { misfits: 'clear' } : {});

export const classCreate = (body: ClassValues & { key: string }, key: string) => create<CiClass>('class', body, key);
export const classUpdate = (part: Versioned, body: ClassValues, clear: boolean) => update<CiClass>('class', part, { ...body, ...agreed(clear) });
export const classPreview = (key: string, body: Pick<ClassValues, 'parent_key'>) => preview('class', key, body);

export const attributeCreate = (body: AttributeValues & { key: string; class_key: string }, key: string) => create<Attribute>('attribute', body, key);
export const attributeUpdate = (part: Versioned, body: AttributeValues, clear: boolean) => update<Attribute>('attribute', part, { ...body, ...agreed(clear) });
export const attributePreview = (key: string, body: AttributeValues) => preview('attribute', key, body);

export const relationTypeCreate = (body: Omit<RelationType, 'built_in' | 'version'>, key: string) => create<RelationType>('relation', body, key);
export const relationTypeUpdate = (part: Versioned, body: Pick<RelationType, 'name' | 'reverse_name' | 'impact'>) => update<RelationType>('relation', part, body);

const ofClass = (key: string, version: number | undefined) => ({ path: { class_key: key }, ...(version === undefined ? {} : { header: ifMatch(version) }) });
export const rulesPut = (key: string, version: number | undefined, body: Partial<Pick<Rules, 'identifiers' | 'precedence'>>) => call<Rules>('put', '/api/v1/ci-rules/{class_key}', { params: ofClass(key, version), body });
export const rulesDelete = (key: string, version: number) => call<unknown>('delete', '/api/v1/ci-rules/{class_key}', { params: ofClass(key, version) });
