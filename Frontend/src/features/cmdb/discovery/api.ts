import { answer, ifMatch } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import type { ListSource } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api, downloadList } from '../../../app/api';

export type Network = CloudSchemas['DiscoveryNetwork'];
export type Scan = CloudSchemas['NetworkScan'];
export type Host = CloudSchemas['NetworkHost'];
export type Device = CloudSchemas['Device'];
export type Method = Network['method'];

export const networksKey = ['discovery-networks'] as const;
const waitingMs = 3000;
const calmMs = 60_000;

/** Whether the appliance was asked and has not answered yet. */
export function isUnderWay(network: Network): boolean {
    return network.asked?.status === 'queued' || network.asked?.status === 'delivered';
}

export const networkList: ListSource<Network> = { key: networksKey, fetch: (query, signal) => answer(api.GET('/api/v1/discovery-networks', { params: { query }, signal })) };

export const networkQuery = (id: string) =>
    queryOptions({
        queryKey: [...networksKey, 'one', id],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery-networks/{id}', { params: { path: { id } }, signal })),
        refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? waitingMs : calmMs),
    });

export const hostsOf = (id: string): ListSource<Host> => ({
    key: [...networksKey, id, 'hosts'],
    fetch: (query, signal) => answer(api.GET('/api/v1/discovery-networks/{id}/hosts', { params: { path: { id }, query }, signal })),
    csv: (query) => downloadList(`/api/v1/discovery-networks/${id}/hosts`, query, 'hosts.csv'),
});

export const scansOf = (id: string): ListSource<Scan> => ({
    key: [...networksKey, id, 'scans'],
    fetch: (query, signal) => answer(api.GET('/api/v1/network-scans', { params: { query: { ...query, network_id: id } }, signal })),
});

/** The appliances there are to choose from. */
export const scannersQuery = queryOptions({ queryKey: ['devices', 'scanners'], queryFn: ({ signal }) => answer(api.GET('/api/v1/devices', { params: { query: { limit: 200, sort: 'name' } }, signal })) });

export interface NetworkChange {
    name?: string;
    method?: Method;
    every_hours?: number | null;
    enabled?: boolean;
}

export function networkCreate(body: { device_id: string; network: string; name?: string; method: Method; every_hours?: number }, key: string): Promise<Network> {
    return answer(api.POST('/api/v1/discovery-networks', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function networkUpdate(network: Pick<Network, 'id' | 'version'>, body: NetworkChange): Promise<Network> {
    return answer(api.PATCH('/api/v1/discovery-networks/{id}', { params: { path: { id: network.id }, header: ifMatch(network.version) }, body }));
}

export async function networkDelete(id: string): Promise<void> {
    await api.DELETE('/api/v1/discovery-networks/{id}', { params: { path: { id } } });
}

export function networkScan(id: string): Promise<Network> {
    return answer(api.POST('/api/v1/discovery-networks/{id}/scan', { params: { path: { id } } }));
}
