import { createApi, downloadCsv, Session } from '@monozu/api-client';
import type { CloudPaths } from '@monozu/api-client/cloud';
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@monozu/api-client';
import { apiUrl } from './config';

export const session = new Session(apiUrl, 'monozu');
export const api = createApi<CloudPaths>({ baseUrl: apiUrl, session });

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadCsv({ baseUrl: apiUrl, session }, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}

const mostTries = 3;

export const queries = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 10_000,
            retry: (failures, error) => error instanceof ApiProblem && error.transient && failures < mostTries,
            retryDelay: (failures, error) => (error instanceof ApiProblem && error.retryAfter !== null ? error.retryAfter * 1000 : Math.min(8000, 500 * 2 ** failures)),
        },
    },
});
