import { useMemo } from 'react';
import { useModelNames } from '../../app/cmdb/names';
import type { Catalogue } from './useCatalogue';

/** What classes, attributes and their choices are called for the reader, by key; one that the model does not know any more stands for itself. */
export function useNames(catalogue: Catalogue | undefined) {
    const words = useModelNames();
    return useMemo(
        () => ({
            status: words.status,
            source: words.source,
            classOf: (key: string) => {
                const found = catalogue?.classes.get(key);
                return found === undefined ? key : words.className(found);
            },
            attributeOf: (key: string) => {
                const found = catalogue?.attributes.get(key);
                return found === undefined ? (key === 'name' || key === 'status' ? words.attribute({ key, name: key, built_in: true }) : key) : words.attribute(found);
            },
        }),
        [catalogue, words],
    );
}

export type Names = ReturnType<typeof useNames>;
