import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../api';
import type { Names } from '../useNames';

/** What the two share, and what kept them apart all the same. */
export function Reasons({ reasons, names }: { reasons: Duplicate['reasons']; names: Names }) {
    const { t } = useTranslation();
    return reasons
        .map(({ kind, value, against }) => {
            const shared = t('cmdb:duplicate.share', { name: kind.split('+').map(names.attributeOf).join(' + '), value });
            return against === null || against === undefined || against === '' ? shared : t('cmdb:duplicate.against', { shared, against: against.split('+').map(names.attributeOf).join(' + ') });
        })
        .join('; ');
}
