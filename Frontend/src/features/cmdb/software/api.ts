import { answer } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import type { ListSource } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api, downloadList } from '../../../app/api';

export type Installed = CloudSchemas['InstalledSoftware'];
export type Title = CloudSchemas['SoftwareTitle'];
export type Installation = CloudSchemas['SoftwareInstallation'];
export type Service = CloudSchemas['CiService'];
export type Listener = CloudSchemas['CiListener'];
export type Interface = CloudSchemas['CiInterface'];
export type Neighbour = CloudSchemas['CiNeighbour'];
export type Disk = CloudSchemas['CiDisk'];
export type Certificate = CloudSchemas['CiCertificate'];

const inventoryKey = 'inventory';

export const installedOf = (id: string): ListSource<Installed> => ({
    key: [inventoryKey, id, 'software'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/software', { params: { path: { id }, query }, signal })),
    csv: (query) => downloadList(`/api/v1/cis/${id}/software`, query, 'software.csv'),
});

export const servicesOf = (id: string): ListSource<Service> => ({
    key: [inventoryKey, id, 'services'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/services', { params: { path: { id }, query }, signal })),
});

export const listenersOf = (id: string): ListSource<Listener> => ({
    key: [inventoryKey, id, 'listeners'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/listeners', { params: { path: { id }, query }, signal })),
});

export const interfacesOf = (id: string): ListSource<Interface> => ({
    key: [inventoryKey, id, 'interfaces'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/interfaces', { params: { path: { id }, query }, signal })),
});

export const neighboursOf = (id: string): ListSource<Neighbour> => ({
    key: [inventoryKey, id, 'neighbours'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/neighbours', { params: { path: { id }, query }, signal })),
});

export const disksOf = (id: string): ListSource<Disk> => ({
    key: [inventoryKey, id, 'disks'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/disks', { params: { path: { id }, query }, signal })),
});

export const certificatesOf = (id: string): ListSource<Certificate> => ({
    key: [inventoryKey, id, 'certificates'],
    fetch: (query, signal) => answer(api.GET('/api/v1/cis/{id}/certificates', { params: { path: { id }, query }, signal })),
});

/** Which appliances tell of the machine, and how fresh each part is. */
export const inventoryQuery = (id: string) => queryOptions({ queryKey: [inventoryKey, id, 'state'], queryFn: ({ signal }) => answer(api.GET('/api/v1/cis/{id}/inventory', { params: { path: { id } }, signal })) });

export const titleList: ListSource<Title> = {
    key: ['software'],
    fetch: (query, signal) => answer(api.GET('/api/v1/software', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/software', query, 'software.csv'),
};

export const installationList: ListSource<Installation> = {
    key: ['software-installations'],
    fetch: (query, signal) => answer(api.GET('/api/v1/software-installations', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/software-installations', query, 'installations.csv'),
};
