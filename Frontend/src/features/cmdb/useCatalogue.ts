import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupBy } from './groupBy';
import { modelQuery, type Model } from './api';
import type { Attribute, CiClass, CiStatus } from './types';

const apart = new Set(['name', 'status']);

/** The model of the tenant's CMDB, arranged for looking things up. */
export function catalogueOf(model: Model) {
    const classes = new Map(model.classes.map((one) => [one.key, one]));
    const attributes = new Map(model.attributes.map((one) => [one.key, one]));
    const children = groupBy(model.classes, (one) => one.parent_key);
    const lineage = (key: string): CiClass[] => {
        const found: CiClass[] = [];
        for (let one = classes.get(key); one !== undefined && !found.includes(one); one = classes.get(one.parent_key)) {
            found.unshift(one);
        }
        return found;
    };
    return {
        classes,
        attributes,
        childrenOf: (key: string): readonly CiClass[] => children.get(key) ?? [],
        /** From the root down to the class itself. */
        lineage,
        isA: (key: string, ancestor: string) => lineage(key).some((one) => one.key === ancestor),
        /** Its own and inherited ones, from the root down; without the name and the status, which stand apart everywhere. */
        attributesOf: (key: string): Attribute[] => lineage(key).flatMap((one) => model.attributes.filter((attribute) => attribute.class_key === one.key && !apart.has(attribute.key))),
        /** Where people may take it from there, the most usual step first. */
        nextStatuses: (status: CiStatus): readonly CiStatus[] => model.transitions.find(({ from }) => from === status)?.to ?? [],
    };
}

export type Catalogue = ReturnType<typeof catalogueOf>;

export function useCatalogue() {
    const { data, error, refetch } = useQuery(modelQuery);
    const catalogue = useMemo(() => (data === undefined ? undefined : catalogueOf(data)), [data]);
    return { catalogue, error, refetch };
}
