import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useModelNames } from '../../../app/cmdb/names';
import { relationTypesQuery } from './api';
import type { Direction } from './types';

/** How a relation reads in the reader's language from the one end or the other; a type that is not there any more goes by its key. */
export function useRelationNames() {
    const { data: types } = useQuery(relationTypesQuery);
    const names = useModelNames();
    const byKey = useMemo(() => new Map((types ?? []).map((type) => [type.key, type])), [types]);
    return {
        types,
        reads: (key: string, direction: Direction) => {
            const type = byKey.get(key);
            return type === undefined ? key : direction === 'outgoing' ? names.relation(type) : names.reverse(type);
        },
    };
}

export type RelationNames = ReturnType<typeof useRelationNames>;
