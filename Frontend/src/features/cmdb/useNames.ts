import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../app/cmdb/names';
import type { Catalogue } from './useCatalogue';
import './words';

/** What classes, attributes and their choices are called for the reader, by key; one that the model does not know any more stands for itself. */
export function useNames(catalogue: Catalogue | undefined) {
    const { t } = useTranslation();
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
                return key === 'name' ? t('cmdb:name') : key === 'status' ? t('cmdb:statusLabel') : found === undefined ? key : words.attribute(found);
            },
        }),
        [catalogue, words, t],
    );
}

export type Names = ReturnType<typeof useNames>;
