import { createApi, downloadFile, Session } from '@monozu/api-client';
import type { CloudPaths } from '@monozu/api-client/cloud';
import { createQueries } from '@monozu/ui';
import { apiUrl } from './config';

export const session = new Session(apiUrl, 'monozu');
export const api = createApi<CloudPaths>({ baseUrl: apiUrl, session });

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadFile({ baseUrl: apiUrl, session }, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}

export const queries = createQueries();
