import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BulkPreview } from '../api';
import type { Value } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { ValueText } from '../ValueText';
import classes from './bulk.module.css';

/** What a bulk edit would do: refused ones first, for they are what somebody has to look at. */
export function BulkPreviewTable({ preview, catalogue, names }: { preview: BulkPreview; catalogue: Catalogue; names: Names }) {
    const { t } = useTranslation();
    const nameOf = (key: string) => (key === 'class_key' ? t('cmdb:class') : names.attributeOf(key));
    const shown = (key: string, value: Value | undefined) => (key === 'status' && typeof value === 'string' ? names.status(value) : <ValueText plain attribute={catalogue.attributes.get(key)} value={value} />);
    return (
        <>
            <p role="status">{t('cmdb:bulk.summary', { changed: preview.changed, refused: preview.refusals, same: preview.unchanged })}</p>
            <div className={classes.preview} tabIndex={0} role="region" aria-label={t('cmdb:bulk.preview')}>
                {preview.refused.length > 0 && (
                    <>
                        <h3>{t('cmdb:bulk.refused')}</h3>
                        <ul>
                            {preview.refused.map(({ id, name, errors }) => (
                                <li key={id}>
                                    <strong>{name}</strong>
                                    {errors.map(({ pointer, detail }) => (
                                        <div key={pointer + detail} className={classes.why}>
                                            {nameOf(pointer.split('/').at(-1) ?? '')}: {detail}
                                        </div>
                                    ))}
                                </li>
                            ))}
                        </ul>
                    </>
                )}
                {preview.changes.length > 0 && (
                    <>
                        <h3>{t('cmdb:bulk.changes')}</h3>
                        <ul>
                            {preview.changes.map(({ id, name, changes }) => (
                                <li key={id}>
                                    <strong>{name}</strong>
                                    {Object.entries(changes).map(([key, { from, to }]) => (
                                        <div key={key}>
                                            <span className={classes.hint}>{nameOf(key)}:</span> <s>{shown(key, from)}</s> <ArrowRight size={11} aria-label={t('cmdb:becomes')} /> {shown(key, to)}
                                        </div>
                                    ))}
                                </li>
                            ))}
                        </ul>
                    </>
                )}
            </div>
        </>
    );
}
