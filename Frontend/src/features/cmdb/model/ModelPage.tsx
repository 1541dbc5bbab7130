import { Button, NativeSelect } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, OverviewPage, ProblemState, Skeleton, Tabs, useNavigateTo, useSearchState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { wholeModelQuery } from './api';
import { ClassDetail } from './ClassDetail';
import classes from './model.module.css';
import { RelationTypes } from './RelationTypes';
import { arranged } from './tree';
import type { CiModel } from './types';
import './words';

const ClassForm = lazy(() => import('./ClassForm'));

export function ModelPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Loaded />
        </Module>
    );
}

/** What kinds of things there are, what is known of each, how they may hang together, and how what sources say becomes one item. */
function Loaded() {
    const { t } = useTranslation();
    const { can } = useMe();
    const [search] = useSearchState();
    const [adding, setAdding] = useState(false);
    const { data, error, refetch } = useQuery(wholeModelQuery);
    if (error !== null && data === undefined) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const mayWrite = can('ci-classes:write');
    const part = search.part === 'relations' ? 'relations' : 'classes';
    const chosen = data?.classes.find(({ key }) => key === search.class)?.key ?? 'hardware';
    const tabs = [
        { id: 'classes', label: t('cmdbModel:classes'), href: paths.ciModel() },
        { id: 'relations', label: t('cmdbModel:relationTypes'), href: paths.ciModel({ part: 'relations' }) },
    ];
    return (
        <OverviewPage title={t('nav.ciModel')} aside={mayWrite && part === 'classes' && data !== undefined && <Button onClick={() => setAdding(true)}>{t('cmdbModel:newClass')}</Button>}>
            <div className={classes.page}>
                <Tabs label={t('cmdbModel:parts')} tabs={tabs} present={part} />
                {!mayWrite && <p className={classes.lead}>{t('cmdbModel:readOnly')}</p>}
                {data === undefined ? <Skeleton width={60} /> : part === 'relations' ? <RelationTypes model={data} mayWrite={mayWrite} /> : <Classes model={data} chosen={chosen} mayWrite={mayWrite} />}
            </div>
            {adding && data !== undefined && (
                <Suspense>
                    <ClassForm model={data} parent={chosen} onClose={() => setAdding(false)} />
                </Suspense>
            )}
        </OverviewPage>
    );
}

function Classes({ model, chosen, mayWrite }: { model: CiModel; chosen: string; mayWrite: boolean }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const go = useNavigateTo();
    const all = arranged(model.classes);
    const countOf = (key: string) => model.attributes.filter((attribute) => attribute.class_key === key).length;
    return (
        <div className={classes.split}>
            <nav className={classes.tree} aria-label={t('cmdbModel:classes')}>
                <ul>
                    {all.map(({ one, depth }) => (
                        <li key={one.key} style={{ paddingInlineStart: depth * 12 }}>
                            <AppLink className={classes.node} href={paths.ciModel({ class: one.key })} aria-current={one.key === chosen ? 'page' : undefined}>
                                <span>{names.className(one)}</span>
                                <span className={classes.count} title={t('cmdbModel:attributeCount', { count: countOf(one.key) })}>
                                    {countOf(one.key)}
                                </span>
                            </AppLink>
                        </li>
                    ))}
                </ul>
            </nav>
            <div className={classes.phone}>
                <NativeSelect
                    aria-label={t('cmdbModel:classes')}
                    value={chosen}
                    data={all.map(({ one, depth }) => ({ value: one.key, label: `${'\u2003'.repeat(depth)}${names.className(one)}` }))}
                    onChange={(event) => go(paths.ciModel({ class: event.currentTarget.value }))}
                />
            </div>
            <ClassDetail key={chosen} model={model} classKey={chosen} mayWrite={mayWrite} />
        </div>
    );
}
