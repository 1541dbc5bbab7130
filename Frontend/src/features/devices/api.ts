import { answer, asProblem, ifMatch } from '@monozu/api-client';
import type { ListSource } from '@monozu/ui';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import type { Device, DeviceCommand, ProvisioningKey } from '../../app/types';

export const devicesKey = ['devices'] as const;

export const deviceList: ListSource<Device> = {
    key: devicesKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/devices', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/devices', query, 'devices.csv'),
};

const freshMs = 15_000;
const mostPoints = 600;

export const deviceQuery = (id: string) =>
    queryOptions({ queryKey: [...devicesKey, 'one', id], queryFn: ({ signal }) => answer(api.GET('/api/v1/devices/{id}', { params: { path: { id } }, signal })), refetchInterval: freshMs });

/** The CI that the machine is; null while nothing is known of it. */
export const deviceCiQuery = (id: string) =>
    queryOptions({
        queryKey: [...devicesKey, 'ci', id],
        queryFn: ({ signal }) =>
            answer(api.GET('/api/v1/devices/{id}/ci', { params: { path: { id } }, signal })).catch((error: unknown) => {
                if (asProblem(error).status === 404) {
                    return null;
                }
                throw error;
            }),
    });

/** The last `seconds`, thinned by the server to what a chart can show. */
export const telemetryQuery = (id: string, seconds: number) =>
    queryOptions({
        queryKey: [...devicesKey, 'telemetry', id, seconds],
        queryFn: async ({ signal }) => {
            const to = Date.now();
            const from = to - seconds * 1000;
            const { items } = await answer(api.GET('/api/v1/devices/{id}/telemetry', { params: { path: { id }, query: { from: new Date(from).toISOString(), to: new Date(to).toISOString(), max_points: mostPoints } }, signal }));
            return { items, from: from / 1000, to: to / 1000 };
        },
        refetchInterval: freshMs,
    });

export const commandsQuery = (id: string) =>
    queryOptions({
        queryKey: [...devicesKey, 'commands', id],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/devices/{id}/commands', { params: { path: { id }, query: { limit: 20, sort: '-created_at' } }, signal })),
        // While something is under way its outcome is waited for; otherwise nobody else's commands are urgent.
        refetchInterval: ({ state }) => (state.data?.items.some((command) => command.status === 'queued' || command.status === 'delivered') === true ? 2000 : 30_000),
    });

export function deviceRename(device: Pick<Device, 'id' | 'version'>, name: string): Promise<Device> {
    return answer(api.PATCH('/api/v1/devices/{id}', { params: { path: { id: device.id }, header: ifMatch(device.version) }, body: { name } }));
}

export async function deviceRevoke(id: string): Promise<void> {
    await api.POST('/api/v1/devices/{id}/revoke', { params: { path: { id } } });
}

export async function deviceReinstate(id: string): Promise<void> {
    await api.POST('/api/v1/devices/{id}/reinstate', { params: { path: { id } } });
}

export function commandCreate(id: string, command: DeviceCommand['command'], key: string): Promise<DeviceCommand> {
    return answer(api.POST('/api/v1/devices/{id}/commands', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { command } }));
}

export const keysKey = ['provisioning-keys'] as const;

export const keyList: ListSource<ProvisioningKey> = { key: keysKey, fetch: (query, signal) => answer(api.GET('/api/v1/provisioning-keys', { params: { query }, signal })) };

export function keyCreate(body: { name: string; max_uses?: number; expires_at?: string }, key: string) {
    return answer(api.POST('/api/v1/provisioning-keys', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export function keyRotate(id: string, body: { overlap_seconds: number; max_uses?: number; expires_at?: string }, key: string) {
    return answer(api.POST('/api/v1/provisioning-keys/{id}/rotate', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }));
}

export async function keyRevoke(id: string): Promise<void> {
    await api.POST('/api/v1/provisioning-keys/{id}/revoke', { params: { path: { id } } });
}

export function keepDevice(queries: QueryClient, device: Device): void {
    queries.setQueryData(deviceQuery(device.id).queryKey, device);
    void queries.invalidateQueries({ queryKey: [...devicesKey, 'list'] });
}
