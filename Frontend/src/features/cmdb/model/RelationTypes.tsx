import { Button } from '@mantine/core';
import { ActionMenu } from '@monozu/ui';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import classes from './model.module.css';
import type { CiModel, RelationType } from './types';

const RelationForm = lazy(() => import('./RelationForm'));
const RemoveModal = lazy(() => import('./RemoveModal'));

/** How items may hang together, and who suffers when one of them fails. */
export function RelationTypes({ model, mayWrite }: { model: CiModel; mayWrite: boolean }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const [asked, setAsked] = useState<{ what: 'create' } | { what: 'edit' | 'remove'; type: RelationType } | null>(null);
    const close = () => setAsked(null);
    const classOf = (key: string) => {
        const found = model.classes.find((one) => one.key === key);
        return found === undefined ? key : names.className(found);
    };
    return (
        <section className={classes.section} aria-label={t('cmdbModel:relationTypes')}>
            {mayWrite && (
                <div className={classes.actions}>
                    <Button onClick={() => setAsked({ what: 'create' })}>{t('cmdbModel:newRelationType')}</Button>
                </div>
            )}
            <ul className={classes.rows}>
                {model.relation_types.map((type) => (
                    <li key={type.key} className={classes.row}>
                        <span className={classes.rowName}>
                            <span>{`${names.relation(type)} / ${names.reverse(type)}`}</span>
                            <span className={classes.small}>{`${classOf(type.from_class)} → ${classOf(type.to_class)} · ${names.cardinality(type.cardinality)}`}</span>
                        </span>
                        <span className={classes.rowType}>{names.impact(type.impact)}</span>
                        {mayWrite && !type.built_in && (
                            <ActionMenu
                                position="bottom-end"
                                target={
                                    <Button size="compact-sm" variant="subtle" aria-label={t('cmdbModel:actionsFor', { name: type.name })}>
                                        <Ellipsis size={16} aria-hidden />
                                    </Button>
                                }
                                entries={[
                                    { label: t('cmdbModel:edit'), run: () => setAsked({ what: 'edit', type }) },
                                    { label: t('cmdbModel:remove'), run: () => setAsked({ what: 'remove', type }) },
                                ]}
                            />
                        )}
                    </li>
                ))}
            </ul>
            <Suspense>
                {asked?.what === 'create' && <RelationForm model={model} onClose={close} />}
                {asked?.what === 'edit' && <RelationForm model={model} type={asked.type} onClose={close} />}
                {asked?.what === 'remove' && <RemoveModal kind="relation" part={asked.type} name={asked.type.name} body={t('cmdbModel:removeRelationBody')} onClose={close} />}
            </Suspense>
        </section>
    );
}
