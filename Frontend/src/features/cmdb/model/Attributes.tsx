import { Button } from '@mantine/core';
import { ActionMenu } from '@monozu/ui';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import classes from './model.module.css';
import { ancestry } from './tree';
import type { Attribute, CiModel } from './types';

const AttributeForm = lazy(() => import('./AttributeForm'));
const RemoveModal = lazy(() => import('./RemoveModal'));

/** The class's own attributes, then those of each class above. */
export function Attributes({ model, classKey, mayWrite }: { model: CiModel; classKey: string; mayWrite: boolean }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const [asked, setAsked] = useState<{ what: 'edit' | 'remove'; attribute: Attribute } | null>(null);
    const close = () => setAsked(null);
    return (
        <>
            {ancestry(model, classKey).map((one) => {
                const list = model.attributes.filter((attribute) => attribute.class_key === one.key);
                const isOwn = one.key === classKey;
                if (list.length === 0 && !isOwn) {
                    return null;
                }
                return (
                    <section key={one.key} className={classes.section}>
                        <h3>{isOwn ? t('cmdbModel:ownAttributes') : t('cmdbModel:from', { name: names.className(one) })}</h3>
                        {list.length === 0 && <p className={classes.lead}>{t('cmdbModel:noneOfItsOwn')}</p>}
                        <ul className={classes.rows}>
                            {list.map((attribute) => (
                                <li key={attribute.key} className={classes.row}>
                                    <Line attribute={attribute} model={model} />
                                    {isOwn && mayWrite && !attribute.built_in && (
                                        <ActionMenu
                                            position="bottom-end"
                                            target={
                                                <Button size="compact-sm" variant="subtle" aria-label={t('cmdbModel:actionsFor', { name: attribute.name })}>
                                                    <Ellipsis size={16} aria-hidden />
                                                </Button>
                                            }
                                            entries={[
                                                { label: t('cmdbModel:edit'), run: () => setAsked({ what: 'edit', attribute }) },
                                                { label: t('cmdbModel:remove'), run: () => setAsked({ what: 'remove', attribute }) },
                                            ]}
                                        />
                                    )}
                                </li>
                            ))}
                        </ul>
                    </section>
                );
            })}
            <Suspense>
                {asked?.what === 'edit' && <AttributeForm model={model} classKey={classKey} attribute={asked.attribute} onClose={close} />}
                {asked?.what === 'remove' && <RemoveModal kind="attribute" part={asked.attribute} name={names.attribute(asked.attribute)} body={t('cmdbModel:removeAttributeBody')} onClose={close} />}
            </Suspense>
        </>
    );
}

function Line({ attribute, model }: { attribute: Attribute; model: CiModel }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const target = model.classes.find(({ key }) => key === attribute.reference_class);
    const type = [
        names.type(attribute.type),
        ...(typeof attribute.element_type === 'string' && attribute.element_type !== 'text' ? [names.type(attribute.element_type)] : []),
        ...(target === undefined ? [] : [names.className(target)]),
    ].join(': ');
    const marks = [...(attribute.required ? [t('cmdbModel:requiredMark')] : []), ...(attribute.is_unique ? [t('cmdbModel:uniqueMark')] : []), ...(typeof attribute.unit === 'string' ? [attribute.unit] : [])];
    return (
        <>
            <span className={classes.rowName}>
                <span>{names.attribute(attribute)}</span>
                <code>{attribute.key}</code>
            </span>
            <span className={classes.rowType}>{[type, ...marks].join(' · ')}</span>
        </>
    );
}
