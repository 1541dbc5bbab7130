import { answer } from '@monozu/api-client';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api';

export type Feature = 'cmdb' | 'itsm' | 'security' | 'vpn' | 'backup';

export type Permission =
    | 'incidents:read'
    | 'incidents:write'
    | 'alerts:read'
    | 'alerts:write'
    | 'webhooks:read'
    | 'webhooks:write'
    | 'devices:read'
    | 'devices:write'
    | 'provisioning-keys:read'
    | 'provisioning-keys:write'
    | 'commands:read'
    | 'commands:write'
    | 'users:read'
    | 'users:write'
    | 'roles:read'
    | 'roles:write'
    | 'api-keys:read'
    | 'api-keys:write'
    | 'audit:read'
    | 'audit:write'
    | 'mail:read'
    | 'mail:write'
    | 'security-policy:read'
    | 'security-policy:write'
    | 'scim:read'
    | 'scim:write'
    | 'sso:read'
    | 'sso:write'
    | 'cis:read'
    | 'cis:write'
    | 'cis:delete'
    | 'cis:merge'
    | 'ci-classes:write'
    | 'discovery:read'
    | 'discovery:write'
    | 'licence:read'
    | 'overview:read';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/v1/me')), staleTime: 60_000 });
export const featuresQuery = queryOptions({ queryKey: ['features'], queryFn: () => answer(api.GET('/api/v1/me/features')), staleTime: 60_000 });

/** The signed-in person and what they may do. Only under the shell, which has loaded it. */
export function useMe() {
    const { data: me } = useSuspenseQuery(meQuery);
    const { data: features } = useQuery(featuresQuery);
    const licensed: Partial<Record<string, boolean>> = features?.features ?? {};
    return {
        me,
        can: (permission: Permission) => me.permissions.includes(permission),
        has: (feature: Feature) => licensed[feature] === true,
    };
}
