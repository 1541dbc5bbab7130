import { answer, createApi, createPublicApi, downloadFile, Session } from '@monozu/api-client';
import type { ManagementPaths, ManagementSchemas } from '@monozu/api-client/management';
import { createQueries } from '@monozu/ui';
import { stepUp } from '@monozu/ui/factor/asking';
import { apiUrl } from './config';

export type Tenant = ManagementSchemas['Tenant'];
export type License = NonNullable<Tenant['license']>;
export type Feature = License['features'][number];
export type AuditEntry = ManagementSchemas['AuditEntry'];
export type Operator = ManagementSchemas['Operator'];
export type Role = Operator['role'];

export const session = new Session(apiUrl, 'monozu-management');
const options = { baseUrl: apiUrl, session, stepUp };
export const api = createApi<ManagementPaths>(options);
/** For whoever is not signed in yet. */
export const publicApi = createPublicApi<ManagementPaths>(apiUrl);
export const stepUpOffer = () => answer(api.GET('/api/v1/auth/step-up/challenge'));
export const queries = createQueries();

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadFile(options, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}
