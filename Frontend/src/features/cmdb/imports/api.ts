import { answer } from '@monozu/api-client';
import type { ListSource, Page } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api, downloadList } from '../../../app/api';
import { underWay, type Import, type ImportFormat, type ImportRow, type Mapping, type Suggestion } from './types';

export const importsKey = ['ci-imports'] as const;

const pollMs = 1000;
const path = (id: string) => ({ params: { path: { id } } });

export const importList: ListSource<Import> = {
    key: importsKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/ci-imports', { params: { query }, signal })) as Promise<Page<Import>>,
};

export const importQuery = (id: string) =>
    queryOptions({
        queryKey: [...importsKey, 'one', id],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/ci-imports/{id}', { ...path(id), signal })) as Promise<Import>,
        refetchInterval: ({ state }) => (state.data !== undefined && underWay(state.data.state) ? pollMs : false),
    });

export const rowList = (id: string): ListSource<ImportRow> => ({
    key: [...importsKey, 'rows', id],
    fetch: (query, signal) => answer(api.GET('/api/v1/ci-imports/{id}/rows', { params: { path: { id }, query }, signal })) as Promise<Page<ImportRow>>,
    csv: (query) => downloadList(`/api/v1/ci-imports/${id}/rows`, query, 'rows.csv'),
});

export const suggestionQuery = (id: string, classKey: string | null) =>
    queryOptions({
        queryKey: [...importsKey, 'suggestion', id, classKey],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/ci-imports/{id}/suggestion', { params: { path: { id }, query: classKey === null ? {} : { class_key: classKey } }, signal })) as Promise<Suggestion>,
    });

export const importCreate = (name: string, format: ImportFormat) => answer(api.POST('/api/v1/ci-imports', { body: { name, format } })) as Promise<Import>;

export const importPart = (id: string, part: number, text: string, format: ImportFormat) =>
    answer(
        api.POST('/api/v1/ci-imports/{id}/parts', {
            params: { path: { id }, query: { part } },
            body: text,
            bodySerializer: (body: unknown) => body as string,
            headers: { 'Content-Type': format === 'csv' ? 'text/csv' : 'application/x-ndjson' },
        } as never),
    ) as Promise<Import>;

export const importEnd = (id: string) => answer(api.POST('/api/v1/ci-imports/{id}/end', path(id))) as Promise<Import>;
export const importCheck = (id: string, classKey: string, mapping: Mapping) => answer(api.POST('/api/v1/ci-imports/{id}/check', { ...path(id), body: { class_key: classKey, mapping } })) as Promise<Import>;
export const importApply = (id: string) => answer(api.POST('/api/v1/ci-imports/{id}/apply', path(id))) as Promise<Import>;
export const importCancel = (id: string) => answer(api.POST('/api/v1/ci-imports/{id}/cancel', path(id))) as Promise<Import>;
export const importUndo = (id: string) => answer(api.POST('/api/v1/ci-imports/{id}/undo', path(id))) as Promise<Import>;

export async function importDelete(id: string): Promise<void> {
    await api.DELETE('/api/v1/ci-imports/{id}', path(id));
}
