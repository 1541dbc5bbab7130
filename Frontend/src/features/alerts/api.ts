import { answer } from '@monozu/api-client';
import type { ListSource, Page } from '@monozu/ui';
import { queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import type { Alert, Incident } from '../../app/types';
import { newer } from './feed';

export const alertsKey = ['alerts'] as const;

export const alertList: ListSource<Alert> = {
    key: alertsKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/alerts', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/alerts', query, 'alerts.csv'),
};

export const alertQuery = (id: string) => queryOptions({ queryKey: [...alertsKey, 'one', id], queryFn: ({ signal }) => answer(api.GET('/api/v1/alerts/{id}', { params: { path: { id } }, signal })) });

export function alertAcknowledge(id: string): Promise<Alert> {
    return answer(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id } } }));
}

export function alertClose(id: string, reason?: string): Promise<Alert> {
    return answer(api.POST('/api/v1/alerts/{id}/close', { params: { path: { id } }, body: reason === undefined || reason === '' ? {} : { reason } }));
}

export function alertToIncident(id: string, key: string): Promise<Incident> {
    return answer(api.POST('/api/v1/alerts/{id}/incident', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));
}

/** Changes the row where it stands, in every list that shows it; nothing is added and nothing moves. */
export function mergeAlert(queries: QueryClient, alert: Alert): void {
    queries.setQueriesData<InfiniteData<Page<Alert>>>({ queryKey: [...alertsKey, 'list'] }, (data) => {
        if (data === undefined || !data.pages.some((page) => page.items.some((row) => row.id === alert.id))) {
            return data;
        }
        return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => newer(row, alert)) })) };
    });
    queries.setQueryData(alertQuery(alert.id).queryKey, (held) => (held !== undefined && alert.version > held.version ? { ...held, ...alert } : held));
}

/** Puts what waited on top of one list, in one step. */
export function prependAlerts(queries: QueryClient, listKey: readonly unknown[], alerts: readonly Alert[]): void {
    queries.setQueryData<InfiniteData<Page<Alert>>>(listKey, (data) => {
        const [first, ...rest] = data?.pages ?? [];
        if (data === undefined || first === undefined) {
            return data;
        }
        const added = alerts.filter((alert) => !data.pages.some((page) => page.items.some((row) => row.id === alert.id)));
        const total = typeof first.total !== 'number' ? {} : { total: first.total + added.length };
        return { ...data, pages: [{ ...first, ...total, items: [...added, ...first.items] }, ...rest] };
    });
}
