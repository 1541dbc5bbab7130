import { createApi, downloadFile, Session } from '@monozu/api-client';
import type { CloudPaths } from '@monozu/api-client/cloud';
import { createQueries } from '@monozu/ui';
import { apiUrl } from './config';
import { stepUp } from './factor/asking';

export const session = new Session(apiUrl, 'monozu');
const options = { baseUrl: apiUrl, session, stepUp };
export const api = createApi<CloudPaths>(options);

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadFile(options, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}

export const queries = createQueries();
