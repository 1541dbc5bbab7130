import { answer } from '@monozu/api-client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from './api';
import { useMe } from './me';

export interface Person {
    id: string;
    name: string;
}

const most = 200;
const keptMs = 5 * 60_000;

/** Who work can be given to. Those who may not list the users can still take it themselves. */
export function useAssignees(): readonly Person[] {
    const { me, can } = useMe();
    const { data } = useQuery({
        queryKey: ['users', 'assignees'],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/users', { params: { query: { limit: most } }, signal })),
        enabled: can('users:read'),
        staleTime: keptMs,
    });
    return useMemo(() => {
        if (data === undefined) {
            return [{ id: me.id, name: me.display_name }];
        }
        const collator = new Intl.Collator('pl');
        return data.items.filter((user) => user.active && user.role !== 'auditor').map((user) => ({ id: user.id, name: user.display_name })).sort((a, b) => collator.compare(a.name, b.name));
    }, [data, me.id, me.display_name]);
}
