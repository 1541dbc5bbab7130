import { Button } from '@mantine/core';
import { StateTag, useNavigateTo } from '@monozu/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { paths } from '../../../app/paths';
import { Attributes } from './Attributes';
import classes from './model.module.css';
import { RulesEditor } from './RulesEditor';
import { ancestry, rulesOf } from './tree';
import type { CiModel } from './types';

const ClassForm = lazy(() => import('./ClassForm'));
const AttributeForm = lazy(() => import('./AttributeForm'));
const RemoveModal = lazy(() => import('./RemoveModal'));

/** One class: what it is, its attributes and those it has from above, and its rules. */
export function ClassDetail({ model, classKey, mayWrite }: { model: CiModel; classKey: string; mayWrite: boolean }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const go = useNavigateTo();
    const [asked, setAsked] = useState<'below' | 'edit' | 'attribute' | 'remove' | null>(null);
    const [one, ...above] = ancestry(model, classKey);
    if (one === undefined) {
        return null;
    }
    const close = () => setAsked(null);
    const mayChange = mayWrite && !one.built_in;
    return (
        <section className={classes.detail} aria-label={names.className(one)}>
            <div className={classes.section}>
                <div className={classes.head}>
                    <h2>{names.className(one)}</h2>
                    <StateTag tone={one.built_in ? 'off' : 'active'}>{one.built_in ? t('cmdbModel:builtIn') : t('cmdbModel:own')}</StateTag>
                </div>
                <p className={classes.small}>
                    <code>{one.key}</code>
                    {above.length > 0 && ` · ${above.reverse().map(names.className).join(' › ')}`}
                    {one.abstract && ` · ${t('cmdbModel:groups')}`}
                </p>
                {one.description !== '' && !one.built_in && <p className={classes.lead}>{one.description}</p>}
                {mayWrite && (
                    <div className={classes.actions}>
                        <Button size="compact-sm" variant="default" onClick={() => setAsked('attribute')}>
                            {t('cmdbModel:newAttribute')}
                        </Button>
                        <Button size="compact-sm" variant="default" onClick={() => setAsked('below')}>
                            {t('cmdbModel:newClassBelow')}
                        </Button>
                        {mayChange && (
                            <>
                                <Button size="compact-sm" variant="default" onClick={() => setAsked('edit')}>
                                    {t('cmdbModel:edit')}
                                </Button>
                                <Button size="compact-sm" variant="default" color="red" onClick={() => setAsked('remove')}>
                                    {t('cmdbModel:remove')}
                                </Button>
                            </>
                        )}
                    </div>
                )}
            </div>
            <Attributes model={model} classKey={classKey} mayWrite={mayWrite} />
            <RulesEditor key={rulesOf(model, classKey)?.version} model={model} classKey={classKey} mayWrite={mayWrite} />
            <Suspense>
                {asked === 'below' && <ClassForm model={model} parent={classKey} onClose={close} />}
                {asked === 'edit' && <ClassForm model={model} parent={one.parent_key} one={one} onClose={close} />}
                {asked === 'attribute' && <AttributeForm model={model} classKey={classKey} onClose={close} />}
                {asked === 'remove' && <RemoveModal kind="class" part={one} name={names.className(one)} body={t('cmdbModel:removeClassBody')} onDone={() => go(paths.ciModel({ class: one.parent_key }))} onClose={close} />}
            </Suspense>
        </section>
    );
}
