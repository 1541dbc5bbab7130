import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ActionMenu, EmptyState, problemText, ProblemState, RelativeTime, Skeleton, toast, useFormat, useNavigateTo } from '@monozu/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight, Bot, Ellipsis, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../../app/dialogs';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { ciRestore, historyQuery, keepCi, type State } from '../api';
import type { Ci, Value } from '../types';
import { useCatalogue, type Catalogue } from '../useCatalogue';
import { useNames, type Names } from '../useNames';
import { ValueText } from '../ValueText';
import classes from './history.module.css';

const DiffModal = lazy(() => import('./DiffModal'));

interface Asked {
    state: State;
    /** One attribute; all of them where there is none. */
    attribute?: string;
}

/** Every state the CI was in, the newest first: what changed, by whom or which source. From here the past is looked at, compared, and brought back. */
export default function HistoryTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(ci.id));
    const [picked, setPicked] = useState<readonly State[]>([]);
    const [comparing, setComparing] = useState(false);
    const [asked, setAsked] = useState<Asked | null>(null);
    const states = data?.pages.flatMap((page) => page.items);
    const mayRestore = can('cis:write') && ci.live;
    if (states === undefined || catalogue === undefined) {
        return error === null ? <Skeleton width={60} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    if (states.length === 0) {
        return <EmptyState title={t('cmdbItem:history.empty')} />;
    }
    const pick = (state: State) => setPicked(picked.includes(state) ? picked.filter((one) => one !== state) : [...picked.slice(-1), state]);
    const [older, newer] = [...picked].sort((a, b) => a.version - b.version);
    return (
        <>
            <div className={classes.bar}>
                <p>{t('cmdbItem:history.hint')}</p>
                <Button variant="default" disabled={older === undefined || newer === undefined} onClick={() => setComparing(true)}>
                    {t('cmdbItem:history.compare')}
                </Button>
            </div>
            <ol className={classes.timeline}>
                {states.map((state) => (
                    <li key={state.version}>
                        <Entry state={state} catalogue={catalogue} names={names} ci={ci} picked={picked.includes(state)} onPick={() => pick(state)} onRestore={mayRestore && state.version !== ci.version ? (attribute) => setAsked(attribute === undefined ? { state } : { state, attribute }) : undefined} />
                    </li>
                ))}
            </ol>
            {hasNextPage && (
                <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {t('cmdbItem:history.more')}
                </Button>
            )}
            <Suspense>
                {comparing && older !== undefined && newer !== undefined && <DiffModal ci={ci} from={older.valid_from} to={newer.valid_from} catalogue={catalogue} names={names} onClose={() => setComparing(false)} />}
                {asked !== null && (
                    <Restore
                        asked={asked}
                        names={names}
                        onClose={() => setAsked(null)}
                        onConfirm={async () => {
                            try {
                                keepCi(queries, await ciRestore(ci.id, asked.state.version, asked.attribute === undefined ? undefined : [asked.attribute]));
                                toast('done', t('cmdbItem:history.restored'));
                            } catch (failure) {
                                toast('failed', t('cmdb:notSaved'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
                                throw failure;
                            }
                        }}
                    />
                )}
            </Suspense>
        </>
    );
}

function Restore({ asked, names, onConfirm, onClose }: { asked: Asked; names: Names; onConfirm: () => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    const time = format.dateTime(asked.state.valid_from);
    return (
        <ConfirmModal
            title={t('cmdbItem:history.restoreTitle')}
            body={asked.attribute === undefined ? t('cmdbItem:history.restoreBody', { time }) : t('cmdbItem:history.restoreOneBody', { name: names.attributeOf(asked.attribute), time })}
            label={t('cmdbItem:history.restore')}
            onConfirm={onConfirm}
            onClose={onClose}
        />
    );
}

interface EntryProps {
    state: State;
    ci: Ci;
    catalogue: Catalogue;
    names: Names;
    picked: boolean;
    onPick: () => void;
    onRestore: ((attribute?: string) => void) | undefined;
}

function Entry({ state, ci, catalogue, names, picked, onPick, onRestore }: EntryProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const go = useNavigateTo();
    const who = state.actor_name ?? state.source_name ?? t('cmdbItem:history.system');
    const changes = Object.entries(state.changes);
    const shown = (key: string, value: Value) => {
        if (key === 'class_key' && typeof value === 'string') {
            return names.classOf(value);
        }
        return key === 'status' && typeof value === 'string' ? names.status(value) : <ValueText plain attribute={catalogue.attributes.get(key)} value={value} />;
    };
    return (
        <>
            <span className={classes.mark}>{state.actor_id === null ? <Bot size={13} aria-hidden /> : <UserRound size={13} aria-hidden />}</span>
            <div className={classes.body}>
                <div className={classes.head}>
                    <strong>{who}</strong> {t(`cmdbItem:history.cause.${state.cause}`)} · <RelativeTime at={state.valid_from} />
                    <label className={classes.pick}>
                        <input type="checkbox" checked={picked} onChange={onPick} aria-label={t('cmdbItem:history.pick', { time: format.dateTime(state.valid_from) })} />
                        {t('cmdbItem:history.pickShort')}
                    </label>
                    <ActionMenu
                        position="bottom-end"
                        entries={[
                            { label: t('cmdbItem:history.view'), run: () => go(paths.ci(ci.id, undefined, state.valid_from)) },
                            ...(onRestore === undefined ? [] : [{ label: t('cmdbItem:history.restoreAll'), run: () => onRestore() }, ...changes.filter(([key]) => catalogue.attributes.has(key)).map(([key]) => ({ label: t('cmdbItem:history.restoreOne', { name: names.attributeOf(key) }), run: () => onRestore(key) }))]),
                        ]}
                        target={
                            <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('cmdbItem:history.actions', { time: format.dateTime(state.valid_from) })}>
                                <Ellipsis size={14} aria-hidden />
                            </Button>
                        }
                    />
                </div>
                {state.cause !== 'created' && changes.length > 0 && (
                    <ul className={classes.changes}>
                        {changes.map(([key, change]) => (
                            <li key={key}>
                                <span className={classes.label}>{key === 'class_key' ? t('cmdb:class') : names.attributeOf(key)}</span>
                                <s>{shown(key, change.from)}</s> <ArrowRight size={11} aria-label={t('cmdb:becomes')} /> <span>{shown(key, change.to)}</span>
                                {typeof change.source_name === 'string' && change.source_name !== who && <span className={classes.label}> {change.source_name}</span>}
                            </li>
                        ))}
                    </ul>
                )}
            </div>
        </>
    );
}
