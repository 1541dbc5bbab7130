import { Skeleton, useFormat, type FilterSpec } from '@monozu/ui';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { filterId, readCondition, readRange, takesValue } from './conditions';
import type { Attribute } from '../types';

const ConditionEditor = lazy(() => import('./ConditionEditor'));

/** A filter for each attribute of the class, with the operators that its type has. */
export function useConditionFilters(classKey: string, catalogue: Catalogue | undefined, names: Names): FilterSpec[] {
    const { t } = useTranslation();
    const format = useFormat();
    const model = useModelNames();
    return useMemo(() => {
        const shown = (attribute: Attribute, value: string): string => {
            if (attribute.type === 'date') {
                return Number.isNaN(Date.parse(value)) ? value : format.date(value);
            }
            if (attribute.type === 'boolean') {
                return t(value === 'true' ? 'cmdb:yes' : 'cmdb:no');
            }
            if (attribute.type === 'enumeration') {
                return model.choice(attribute, value);
            }
            return attribute.type === 'number' && typeof attribute.unit === 'string' ? `${value}\u00a0${attribute.unit}` : value;
        };
        const textOf = (attribute: Attribute, text: string): string => {
            const condition = readCondition(text);
            if (condition === null) {
                return text;
            }
            const operator = t(`cmdb:op.${condition.op.replace('-', '_')}`);
            if (!takesValue(condition.op)) {
                return operator;
            }
            const value = condition.op === 'between' ? readRange(condition.value).map((end) => shown(attribute, end)).join(' – ') : shown(attribute, condition.value);
            return condition.op === 'between' || condition.op === 'eq' ? value : `${operator} ${value}`;
        };
        return (catalogue?.attributesOf(classKey) ?? []).map(
            (attribute): FilterSpec => ({
                id: filterId(attribute.key),
                label: names.attributeOf(attribute.key),
                group: names.classOf(attribute.class_key),
                kind: 'own',
                textOf: (text) => textOf(attribute, text),
                editor: (value, onChange) => (
                    <Suspense fallback={<Skeleton width={80} height={90} />}>
                        <ConditionEditor attribute={attribute} label={names.attributeOf(attribute.key)} value={value} onChange={onChange} />
                    </Suspense>
                ),
            }),
        );
    }, [classKey, catalogue, names, model, t, format]);
}
