import { answer, ifMatch } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import type { Incident } from '../../app/types';

/** Of a longer story the newest part is shown. */
const longestTimeline = 500;

export const incidentsKey = ['incidents'] as const;

export const incidentList: ListSource<Incident> = {
    key: incidentsKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/incidents', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/incidents', query, 'incidents.csv'),
};

export const incidentQuery = (id: string) =>
    queryOptions({ queryKey: [...incidentsKey, 'one', id], queryFn: ({ signal }) => answer(api.GET('/api/v1/incidents/{id}', { params: { path: { id } }, signal })) });

export const timelineQuery = (id: string) =>
    queryOptions({ queryKey: [...incidentsKey, 'timeline', id], queryFn: ({ signal }) => answer(api.GET('/api/v1/incidents/{id}/timeline', { params: { path: { id }, query: { limit: longestTimeline, sort: '-at' } }, signal })) });

export interface NewIncident {
    title: string;
    description: string;
    impact: Incident['impact'];
    urgency: Incident['urgency'];
}

export function incidentCreate({ description, ...rest }: NewIncident, key: string): Promise<Incident> {
    const body = description === '' ? rest : { ...rest, description };
    return answer(api.POST('/api/v1/incidents', { body, params: { header: { 'Idempotency-Key': key } } }));
}

export type IncidentChange = Partial<Pick<Incident, 'title' | 'description' | 'impact' | 'urgency'>>;

export function incidentUpdate(incident: Pick<Incident, 'id' | 'version'>, body: IncidentChange): Promise<Incident> {
    return answer(api.PATCH('/api/v1/incidents/{id}', { params: { path: { id: incident.id }, header: ifMatch(incident.version) }, body }));
}

export function incidentAssign(id: string, assigneeId: string | null): Promise<Incident> {
    return answer(api.POST('/api/v1/incidents/{id}/assign', { params: { path: { id } }, body: { assignee_id: assigneeId } }));
}

export function incidentBulkAssign(ids: readonly string[], assigneeId: string | null): Promise<{ updated: number }> {
    return answer(api.POST('/api/v1/incidents/bulk-assign', { body: { ids: [...ids], assignee_id: assigneeId } }));
}

export function incidentComment(id: string, body: string, key: string) {
    return answer(api.POST('/api/v1/incidents/{id}/comments', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { body } }));
}

export function incidentResolve(id: string, resolution: string): Promise<Incident> {
    return answer(api.POST('/api/v1/incidents/{id}/resolve', { params: { path: { id } }, body: { resolution } }));
}

export function incidentClose(id: string): Promise<Incident> {
    return answer(api.POST('/api/v1/incidents/{id}/close', { params: { path: { id } } }));
}

export function incidentReopen(id: string, reason: string): Promise<Incident> {
    return answer(api.POST('/api/v1/incidents/{id}/reopen', { params: { path: { id } }, body: { reason } }));
}

/** The answer to a change is the incident as it is now: shown at once, while lists and the timeline are asked for again. */
export function keepIncident(queries: QueryClient, incident: Incident): void {
    queries.setQueryData(incidentQuery(incident.id).queryKey, incident);
    void queries.invalidateQueries({ queryKey: timelineQuery(incident.id).queryKey });
    void queries.invalidateQueries({ queryKey: [...incidentsKey, 'list'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
}
