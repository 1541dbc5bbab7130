import { useTranslation } from 'react-i18next';
import type { Line } from './compare';
import type { Catalogue } from './useCatalogue';
import type { Names } from './useNames';
import type { Value } from './types';
import { ValueText } from './ValueText';
import classes from './compare.module.css';

interface CompareTableProps {
    lines: readonly Line[];
    heads: readonly [string, string];
    catalogue: Catalogue;
    names: Names;
}

/** Two columns beside each other; what differs is marked by a word as well. */
export function CompareTable({ lines, heads, catalogue, names }: CompareTableProps) {
    const { t } = useTranslation();
    const shown = (key: string, value: Value | undefined) => {
        if (key === 'class_key' && typeof value === 'string') {
            return names.classOf(value);
        }
        return key === 'status' && typeof value === 'string' ? names.status(value) : <ValueText plain attribute={catalogue.attributes.get(key)} value={value} />;
    };
    return (
        <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('cmdbItem:compare.title')}>
            <table className={classes.table}>
                <thead>
                    <tr>
                        <th scope="col">
                            <span className="mz-hidden">{t('cmdbItem:compare.attribute')}</span>
                        </th>
                        <th scope="col">{heads[0]}</th>
                        <th scope="col">{heads[1]}</th>
                    </tr>
                </thead>
                <tbody>
                    {lines.map(({ key, a, b, same }) => (
                        <tr key={key} data-same={same}>
                            <th scope="row">
                                {key === 'class_key' ? t('cmdb:class') : names.attributeOf(key)}
                                {!same && <span className={classes.differs}>{t('cmdbItem:compare.differs')}</span>}
                            </th>
                            <td>{shown(key, a)}</td>
                            <td>{shown(key, b)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
