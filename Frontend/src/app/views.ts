import { answer, ifMatch } from '@monozu/api-client';
import { without, type KeptView, type Search, type ViewServer } from '@monozu/ui';
import { api } from './api';

interface Kept {
    id: string;
    list: string;
    name: string;
    query: Search;
    columns: string[];
    shared: boolean;
    owner_id: string;
    version: number;
}

const client = api as unknown as { request: (method: string, path: string, init: object) => Promise<{ data?: unknown }> };
const most = 200;

/** The columns stand in the address as one word and in the server's views apart. */
const searchOf = ({ query, columns }: Kept): Search => (columns.length === 0 ? query : { ...query, columns: columns.join(',') });
const bodyOf = (search: Search) => ({ query: without(search, 'columns'), columns: search.columns?.split(',') ?? [] });

/** Views that the server keeps for this person, and those that others share. `mayChange`: also what others made. */
export function viewServer(me: string, mayChange: (list: string) => boolean): ViewServer {
    const versions = new Map<string, number>();
    const at = (view: KeptView) => ({ path: { id: view.id }, header: ifMatch(versions.get(view.id) ?? 1) });
    return {
        load: async (list, signal) => {
            const { items } = (await answer(client.request('get', '/api/v1/views', { params: { query: { list, limit: most } }, signal }))) as { items: Kept[] };
            items.forEach((view) => versions.set(view.id, view.version));
            return items.map((view) => ({ id: view.id, label: view.name, search: searchOf(view), shared: view.shared, own: view.owner_id === me || mayChange(list) }));
        },
        save: async (list, { label, search, shared }) => {
            await client.request('post', '/api/v1/views', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body: { list, name: label, shared, ...bodyOf(search) } });
        },
        change: async (view, { label, search, shared }) => {
            await client.request('patch', '/api/v1/views/{id}', { params: at(view), body: { ...(label === undefined ? {} : { name: label }), ...(shared === undefined ? {} : { shared }), ...(search === undefined ? {} : bodyOf(search)) } });
        },
        remove: async (view) => {
            await client.request('delete', '/api/v1/views/{id}', { params: at(view) });
        },
    };
}
