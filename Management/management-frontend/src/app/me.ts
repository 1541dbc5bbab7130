import { answer } from '@monozu/api-client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api';

export type Permission = 'tenants:read' | 'tenants:write' | 'audit:read' | 'operators:read' | 'operators:write';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/v1/me')), staleTime: 60_000 });

/** The signed-in operator and what they may do. Only under the shell, which has loaded it. */
export function useMe() {
    const { data: me } = useSuspenseQuery(meQuery);
    return { me, can: (permission: Permission) => me.permissions.includes(permission) };
}
