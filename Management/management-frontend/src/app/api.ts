import { createApi, downloadFile, Session } from '@monozu/api-client';
import type { ManagementPaths, ManagementSchemas } from '@monozu/api-client/management';
import { createQueries } from '@monozu/ui';
import { apiUrl } from './config';

export type Tenant = ManagementSchemas['Tenant'];
export type License = NonNullable<Tenant['license']>;
export type Feature = License['features'][number];
export type AuditEntry = ManagementSchemas['AuditEntry'];

export const session = new Session(apiUrl, 'monozu-management');
export const api = createApi<ManagementPaths>({ baseUrl: apiUrl, session });
export const queries = createQueries();

export function downloadList(path: string, query: Record<string, string>, fileName: string): Promise<void> {
    return downloadFile({ baseUrl: apiUrl, session }, `${path}?${new URLSearchParams(query).toString()}`, fileName);
}
