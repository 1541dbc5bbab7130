import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attributesPl, classesPl, relationsPl } from './builtInNamesPl';
import './words';

interface Named {
    key: string;
    name: string;
    built_in: boolean;
}
interface Related extends Named {
    reverse_name: string;
}

// i18next takes what follows the last underscore, as in all_in_one, for a plural form.
const worded = (value: string) => value.replaceAll('_', '-');

/** What classes, attributes, relation types and their fixed words are called in the reader's language. */
export function useModelNames() {
    const { t, i18n } = useTranslation();
    return useMemo(() => namesIn(t, i18n.language.startsWith('pl')), [t, i18n.language]);
}

function namesIn(t: TFunction, polish: boolean) {
    const named = (thing: Named, words: Partial<Record<string, string>>) => (polish && thing.built_in ? (words[thing.key] ?? thing.name) : thing.name);
    const related = (type: Related, end: 0 | 1) => (polish && type.built_in ? relationsPl[type.key]?.[end] : undefined);
    return {
        className: (type: Named) => named(type, classesPl),
        attribute: (attribute: Named) => named(attribute, attributesPl),
        /** Read from the first end: "depends on". */
        relation: (type: Related) => related(type, 0) ?? type.name,
        /** Read from the second end: "is needed by". */
        reverse: (type: Related) => related(type, 1) ?? type.reverse_name,
        /** A choice of an attribute; those of a tenant's own attributes are words already. */
        choice: (attribute: { key: string; built_in: boolean }, value: string) =>
            attribute.key === 'status' ? t(`cmdbNames:status.${value}`, { defaultValue: value }) : attribute.built_in ? t(`cmdbNames:choice.${worded(value)}`, { defaultValue: value }) : value,
        status: (status: string) => t(`cmdbNames:status.${status}`, { defaultValue: status }),
        source: (kind: string) => t(`cmdbNames:source.${kind}`, { defaultValue: kind }),
        type: (type: string) => t(`cmdbNames:type.${type}`, { defaultValue: type }),
        impact: (impact: string) => t(`cmdbNames:impact.${impact}`, { defaultValue: impact }),
        cardinality: (cardinality: string) => t(`cmdbNames:cardinality.${worded(cardinality)}`, { defaultValue: cardinality }),
    };
}
