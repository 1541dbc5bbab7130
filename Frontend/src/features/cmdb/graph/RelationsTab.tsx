import { ActionIcon, Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, EmptyState, ProblemState, RelativeTime, Section, Skeleton, toast, useFormat, useSearchState } from '@monozu/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Unlink, Waypoints } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../../app/dialogs';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { groupBy } from '../groupBy';
import { StaleMark } from '../StaleMark';
import { Status } from '../Status';
import type { Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { relationEnd, relationsChanged, relationsQuery } from './api';
import type { CiRelation } from './types';
import { useRelationNames } from './useRelationNames';
import classes from './relations.module.css';
import './words';

const AddRelation = lazy(() => import('./AddRelation'));

/** What the CI hangs together with, grouped by how. */
export default function RelationsTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const [{ as_of: asOf }] = useSearchState();
    const { reads } = useRelationNames();
    const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(relationsQuery(ci.id, asOf));
    const [adding, setAdding] = useState(false);
    const [ending, setEnding] = useState<CiRelation | null>(null);
    const editable = can('cis:write') && ci.live && asOf === undefined;
    if (data === undefined) {
        return error === null ? <Skeleton width={60} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const relations = data.pages.flatMap((page) => page.items);
    const groups = [...groupBy(relations, ({ type_key, direction }) => `${type_key} ${direction}`)];
    const add = editable && (
        <Button variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('cmdbGraph:add')}
        </Button>
    );
    return (
        <>
            <div className={classes.actions}>
                {relations.length > 0 && add}
                {asOf === undefined && relations.length > 0 && (
                    <AppLink href={paths.ciGraph(ci.id)} className={classes.toGraph}>
                        <Waypoints size={14} aria-hidden />
                        {t('cmdbGraph:graph')}
                    </AppLink>
                )}
            </div>
            {relations.length === 0 && (
                <EmptyState title={t('cmdbGraph:noneTitle')} action={add}>
                    {t('cmdbGraph:noneBody')}
                </EmptyState>
            )}
            {groups.map(([key, group]) => (
                <Section key={key} title={group[0] === undefined ? '' : reads(group[0].type_key, group[0].direction)} aside={<span className={classes.count}>{group.length}</span>}>
                    <ul className={classes.relations}>
                        {group.map((relation) => (
                            <Relation key={relation.id} relation={relation} onEnd={editable ? () => setEnding(relation) : undefined} />
                        ))}
                    </ul>
                </Section>
            ))}
            {hasNextPage && (
                <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {t('cmdbGraph:more')}
                </Button>
            )}
            <Suspense>
                {adding && <AddRelation ci={ci} onClose={() => setAdding(false)} />}
                {ending !== null && <End relation={ending} onClose={() => setEnding(null)} />}
            </Suspense>
        </>
    );
}

function Relation({ relation, onEnd }: { relation: CiRelation; onEnd: (() => void) | undefined }) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useNames(useCatalogue().catalogue);
    const { other, sources, note } = relation;
    return (
        <li className={classes.relation}>
            <div className={classes.about}>
                <AppLink href={paths.ci(other.id)} className={classes.name}>
                    {other.name}
                </AppLink>
                <span className={classes.quiet}>{names.classOf(other.class_key)}</span>
                <Status status={other.status} />
                {(other.stale || sources.every(({ quiet }) => quiet)) && <StaleMark />}
            </div>
            {note !== undefined && note !== null && <p className={classes.note}>{note}</p>}
            <div className={classes.quiet}>
                <span>{sources.map(({ name, kind }) => (kind === 'manual' ? names.source(kind) : name)).join(', ')}</span>
                <span title={format.dateTime(relation.seen_at)}>
                    <RelativeTime at={relation.seen_at} />
                </span>
            </div>
            {onEnd !== undefined && (
                <ActionIcon variant="subtle" color="gray" className={classes.end} aria-label={t('cmdbGraph:end', { name: other.name })} onClick={onEnd}>
                    <Unlink size={14} aria-hidden />
                </ActionIcon>
            )}
        </li>
    );
}

function End({ relation, onClose }: { relation: CiRelation; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const seers = relation.sources.filter(({ kind }) => kind !== 'manual').map(({ name }) => name);
    return (
        <ConfirmModal
            title={t('cmdbGraph:endTitle')}
            label={t('cmdbGraph:endDo')}
            body={
                <>
                    <p>{t('cmdbGraph:endBody', { name: relation.other.name })}</p>
                    {seers.length > 0 && <p>{t('cmdbGraph:endSeen', { sources: seers.join(', ') })}</p>}
                </>
            }
            onConfirm={async () => {
                await relationEnd(relation.id);
                await relationsChanged(queries);
                toast('done', t('cmdbGraph:ended'));
            }}
            onClose={onClose}
        />
    );
}
