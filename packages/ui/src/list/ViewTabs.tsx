import { ActionIcon, Button, TextInput } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, ChevronDown, Users, X } from 'lucide-react';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../menu/ActionMenu';
import type { Search } from '../nav/search';
import { problemText } from '../states/StatePanel';
import { isRecord, recall, remember } from '../store';
import { toast } from '../toast/toasts';
import { viewKey } from './state';
import { ViewServerContext, type KeptView, type View } from './views';
import classes from './ViewTabs.module.css';

function isViews(value: unknown): value is View[] {
    return Array.isArray(value) && value.every((view) => isRecord(view) && typeof view.label === 'string' && isRecord(view.search));
}

const freshMs = 60_000;
const longestLabel = 40;

interface ViewTabsProps {
    name: string;
    views: readonly View[];
    search: Search;
    onChoose: (search: Search) => void;
}

/** The questions a list is mostly asked, as tabs; the reader adds their own, which the server keeps, and shares them; or this browser keeps them. */
export function ViewTabs({ name, views, search, onChoose }: ViewTabsProps) {
    const { t } = useTranslation();
    const server = useContext(ViewServerContext);
    const queries = useQueryClient();
    const key = ['views', name];
    const { data: kept = [] } = useQuery({ queryKey: key, queryFn: ({ signal }) => server?.load(name, signal) ?? [], enabled: server !== null, staleTime: freshMs });
    const [here, setHere] = useState<View[]>(() => recall(`views.${name}`, isViews) ?? []);
    const present = viewKey(search);
    const known = [...views, ...kept, ...here].some((view) => viewKey(view.search) === present);
    const keepHere = (next: View[]) => {
        setHere(next);
        remember(`views.${name}`, next);
    };
    const tell = (work: Promise<void> | undefined) =>
        void work?.then(
            () => queries.invalidateQueries({ queryKey: key }),
            (error: unknown) => toast('failed', t('ui.list.viewFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) }),
        );
    const tab = (view: View, shared = false) => (
        <button type="button" className={classes.tab} aria-current={viewKey(view.search) === present ? 'true' : undefined} onClick={() => onChoose(view.search)}>
            {view.label}
            {shared && <Users size={11} aria-label={t('ui.list.viewShared')} />}
        </button>
    );
    const entriesOf = (view: KeptView) => [
        { label: t('ui.list.viewReplace'), run: () => tell(server?.change(view, { search })) },
        { label: t(view.shared ? 'ui.list.viewUnshare' : 'ui.list.viewShare'), run: () => tell(server?.change(view, { shared: !view.shared })) },
        { label: t('ui.list.removeView', { name: view.label }), run: () => tell(server?.remove(view)) },
    ];
    return (
        <nav className={classes.tabs} aria-label={t('ui.list.views')}>
            {views.map((view) => (
                <span key={view.label}>{tab(view)}</span>
            ))}
            {kept.map((view) => (
                <span key={view.id} className={classes.own}>
                    {tab(view, view.shared)}
                    {view.own && (
                        <ActionMenu
                            entries={entriesOf(view)}
                            target={
                                <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('ui.list.viewActions', { name: view.label })}>
                                    <ChevronDown size={11} aria-hidden />
                                </ActionIcon>
                            }
                        />
                    )}
                </span>
            ))}
            {here.map((view) => (
                <span key={`${view.label} ${viewKey(view.search)}`} className={classes.own}>
                    {tab(view)}
                    <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('ui.list.removeView', { name: view.label })} onClick={() => keepHere(here.filter((other) => other !== view))}>
                        <X size={11} aria-hidden />
                    </ActionIcon>
                </span>
            ))}
            {!known && (
                <SaveView
                    shareable={server !== null}
                    onSave={(label, shared) => {
                        if (server === null) {
                            keepHere([...here.filter((view) => view.label !== label), { label, search }]);
                        } else {
                            tell(server.save(name, { label, search, shared }));
                        }
                    }}
                />
            )}
        </nav>
    );
}

function SaveView({ shareable, onSave }: { shareable: boolean; onSave: (label: string, shared: boolean) => void }) {
    const { t } = useTranslation();
    const field = (close: () => void) => (
        <form
            className={classes.form}
            onSubmit={(event) => {
                event.preventDefault();
                const form = new FormData(event.currentTarget);
                const label = form.get('label');
                if (typeof label === 'string' && label.trim() !== '') {
                    close();
                    onSave(label.trim(), form.get('shared') !== null);
                }
            }}
        >
            <TextInput name="label" data-autofocus required maxLength={longestLabel} label={t('ui.list.viewName')} />
            {shareable && (
                <label className={classes.share}>
                    <input type="checkbox" name="shared" /> {t('ui.list.viewShare')}
                </label>
            )}
            <Button type="submit" fullWidth>
                {t('ui.save')}
            </Button>
        </form>
    );
    return (
        <ActionMenu
            entries={[]}
            content={field}
            target={
                <Button size="compact-xs" variant="subtle" color="gray" leftSection={<BookmarkPlus size={13} aria-hidden />}>
                    {t('ui.list.saveView')}
                </Button>
            }
        />
    );
}
