import { answer, createApi, downloadFile, Session } from '@monozu/api-client';
import type { CloudPaths } from '@monozu/api-client/cloud';
import { createQueries } from '@monozu/ui';
import { stepUp } from '@monozu/ui/factor/asking';
import { apiUrl } from './config';

export const session = new Session(apiUrl, 'monozu');
const options = { baseUrl: apiUrl, session, stepUp };
export const api = createApi<CloudPaths>(options);
export const stepUpOffer = () => answer(api.GET('/api/v1/auth/step-up/challenge'));

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadFile(options, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}

export const queries = createQueries();
