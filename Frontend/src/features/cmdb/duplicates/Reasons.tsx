import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../api';
import type { Names } from '../useNames';

/** What the two share, and what kept them apart all the same. */
export function Reasons({ reasons, names }: { reasons: Duplicate['reasons']; names: Names }) {
    const { t } = useTranslation();
    const called = (kind: string) => kind.split('+').map((key) => (key === 'class_key' ? t('cmdb:class') : names.attributeOf(key))).join(' + ');
    return reasons
        .map(({ kind, value, against, values }) => {
            const shared = t('cmdbItem:duplicate.share', { name: called(kind), value });
            if (against === null || against === undefined || against === '') {
                return shared;
            }
            const differing = (values ?? []).map((one) => (against === 'class_key' ? names.classOf(one) : one)).join(' ≠ ');
            return t('cmdbItem:duplicate.against', { shared, against: called(against), values: differing });
        })
        .join('; ');
}
