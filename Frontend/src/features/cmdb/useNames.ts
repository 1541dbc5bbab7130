import { useMemo } from 'react';
import type { Catalogue } from './useCatalogue';

/** What classes and attributes are called for the reader; a key that the model does not know any more stands for itself. */
export function useNames(catalogue: Catalogue | undefined) {
    return useMemo(
        () => ({
            classOf: (key: string) => catalogue?.classes.get(key)?.name ?? key,
            attributeOf: (key: string) => catalogue?.attributes.get(key)?.name ?? key,
        }),
        [catalogue],
    );
}

export type Names = ReturnType<typeof useNames>;
