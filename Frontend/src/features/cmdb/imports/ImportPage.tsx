import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { DetailPage, NumberTile, problemText, Properties, Property, Question, RelativeTime, StateTag, toast, useFormat, useNavigateTo } from '@monozu/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../../app/dialogs';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { cisKey } from '../api';
import { importApply, importCancel, importDelete, importQuery, importsKey, importUndo } from './api';
import { tones } from './ImportsPage';
import { Progress } from './Progress';
import { outcomes, underWay, type Import } from './types';
import './words';
import classes from './imports.module.css';

const MappingForm = lazy(() => import('./MappingForm'));

export function ImportPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Loaded />
        </Module>
    );
}

const counts = { create: 'creates', update: 'updates', unchanged: 'unchanged', conflict: 'conflicts', bad: 'bad' } as const;
const deletable: readonly Import['state'][] = ['uploading', 'ready', 'checked', 'undone', 'failed'];

/** One import from its columns to its end: each state shows what it found and what can be done next. */
function Loaded() {
    const { id } = useParams({ strict: false }) as { id: string };
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const { data, error, dataUpdatedAt, refetch } = useQuery(importQuery(id));
    const [asking, setAsking] = useState<'undo' | 'delete' | null>(null);
    const [again, setAgain] = useState(false);
    const mayWrite = can('cis:write');
    const keep = (made: Import) => {
        setAgain(false);
        queries.setQueryData(importQuery(id).queryKey, made);
    };
    const failed = (thrown: unknown) => {
        toast('failed', t('cmdb:notSaved'), { detail: problemText(asProblem(thrown), t('ui.state.errorBody')) });
        void refetch();
    };
    const apply = useMutation({ mutationFn: () => importApply(id), onSuccess: keep, onError: failed });
    const cancel = useMutation({ mutationFn: () => importCancel(id), onSuccess: keep, onError: failed });

    // Whatever ended has changed the lists behind it.
    const state = data?.state;
    const before = useRef(state);
    useEffect(() => {
        if (before.current !== undefined && before.current !== state && state !== undefined && !underWay(state)) {
            void queries.invalidateQueries({ queryKey: cisKey });
            void queries.invalidateQueries({ queryKey: [...importsKey, 'rows', id] });
        }
        before.current = state;
    }, [state, queries, id]);

    const mapping = mayWrite && (state === 'ready' || (state === 'checked' && again));
    const undoable = state === 'applied' || state === 'cancelled' || (state === 'failed' && (data?.applied ?? 0) > 0);
    const good = data === undefined ? 0 : data.creates + data.updates + data.unchanged;
    return (
        <>
            <DetailPage
                list={{ name: 'ci-imports', label: t('nav.ciImports'), href: paths.ciImports(), hrefOf: paths.ciImport }}
                id={id}
                title={data?.name}
                state={data !== undefined && <StateTag tone={tones[data.state]}>{t(`cmdbImports:state.${data.state}`)}</StateTag>}
                problem={error === null ? null : asProblem(error)}
                updatedAt={dataUpdatedAt}
                onRetry={() => void refetch()}
                actions={
                    mayWrite &&
                    data !== undefined && (
                        <>
                            {data.state === 'checked' && !again && (
                                <>
                                    <Button variant="default" onClick={() => setAgain(true)}>
                                        {t('cmdbImports:mapping.again')}
                                    </Button>
                                    <Button loading={apply.isPending} disabled={good === 0} onClick={() => apply.mutate()}>
                                        {t('cmdbImports:apply', { count: good })}
                                    </Button>
                                </>
                            )}
                            {undoable && (
                                <Button variant="default" onClick={() => setAsking('undo')}>
                                    {t('cmdbImports:undo')}
                                </Button>
                            )}
                            {deletable.includes(data.state) && !undoable && (
                                <Button variant="default" onClick={() => setAsking('delete')}>
                                    {t('cmdbImports:delete')}
                                </Button>
                            )}
                        </>
                    )
                }
                properties={
                    data !== undefined && (
                        <Properties>
                            <Property label={t('cmdbImports:rows')}>{format.number(data.row_count)}</Property>
                            <Property label={t('cmdbImports:imported')}>{format.number(data.applied)}</Property>
                            <Property label={t('cmdbImports:by')}>{data.created_by_name ?? '—'}</Property>
                            <Property label={t('cmdbImports:at')}>
                                <RelativeTime at={data.created_at} />
                            </Property>
                        </Properties>
                    )
                }
            >
                {data !== undefined && (
                    <div className={classes.page}>
                        {data.error !== null && (
                            <p role="alert" className={classes.wrong}>
                                <strong>{t('cmdbImports:failedTitle')}:</strong> {data.error}
                            </p>
                        )}
                        {underWay(data.state) && <Progress of={data} onCancel={mayWrite && data.state !== 'undoing' ? () => cancel.mutate() : undefined} />}
                        {mapping && (
                            <Suspense>
                                <MappingForm of={data} onChecked={keep} />
                            </Suspense>
                        )}
                        {!mapping && data.state !== 'ready' && data.state !== 'uploading' && (
                            <Question title={t(data.state === 'checked' || data.state === 'checking' ? 'cmdbImports:found.title' : 'cmdbImports:found.done')}>
                                {outcomes.map((outcome) => (
                                    <NumberTile key={outcome} label={t(`cmdbImports:found.${outcome}`)} value={data[counts[outcome]]} href={paths.ciImportRows(id, { outcome })} urgent={outcome === 'conflict' || outcome === 'bad'} />
                                ))}
                            </Question>
                        )}
                    </div>
                )}
            </DetailPage>
            {asking !== null && data !== undefined && (
                <Suspense>
                    <ConfirmModal
                        title={t(`cmdbImports:${asking}Title`, { name: data.name })}
                        body={t(`cmdbImports:${asking}Body`)}
                        label={t(`cmdbImports:${asking}`)}
                        onClose={() => setAsking(null)}
                        onConfirm={async () => {
                            if (asking === 'undo') {
                                keep(await importUndo(id));
                            } else {
                                await importDelete(id);
                                toast('done', t('cmdbImports:deleted'));
                                await queries.invalidateQueries({ queryKey: importsKey, refetchType: 'none' });
                                go(paths.ciImports());
                            }
                        }}
                    />
                </Suspense>
            )}
        </>
    );
}
