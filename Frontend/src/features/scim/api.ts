import { answer } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import type { ListSource } from '@monozu/ui';
import { queryOptions } from '@tanstack/react-query';
import { api, downloadList } from '../../app/api';
import type { DirectoryUser } from '../../app/types';

export const directoryUsersKey = ['directory', 'users'] as const;

export const directoryQuery = queryOptions({ queryKey: ['directory'], queryFn: ({ signal }) => answer(api.GET('/api/v1/scim', { signal })) });

export const mappingPut = (body: CloudSchemas['ScimMapping']) => answer(api.PUT('/api/v1/scim/mapping', { body }));

export const directoryUserList: ListSource<DirectoryUser> = {
    key: directoryUsersKey,
    fetch: (query, signal) => answer(api.GET('/api/v1/scim/users', { params: { query }, signal })),
    csv: (query) => downloadList('/api/v1/scim/users', query, 'directory-users.csv'),
};

export const directoryUserRelease = (id: string) => answer(api.DELETE('/api/v1/scim/users/{id}', { params: { path: { id } } }));
