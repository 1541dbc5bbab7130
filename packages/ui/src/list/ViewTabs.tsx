import { ActionIcon, Button, TextInput } from '@mantine/core';
import { BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../menu/ActionMenu';
import type { Search } from '../nav/search';
import { isRecord, recall, remember } from '../store';
import { viewKey } from './state';
import classes from './ViewTabs.module.css';

export interface View {
    label: string;
    search: Search;
}

function isViews(value: unknown): value is View[] {
    return Array.isArray(value) && value.every((view) => isRecord(view) && typeof view.label === 'string' && isRecord(view.search));
}

/** The questions a list is mostly asked, as tabs; the reader adds their own, which this browser keeps. */
export function ViewTabs({ name, views, search, onChoose }: { name: string; views: readonly View[]; search: Search; onChoose: (search: Search) => void }) {
    const { t } = useTranslation();
    const [saved, setSaved] = useState<View[]>(() => recall(`views.${name}`, isViews) ?? []);
    const present = viewKey(search);
    const known = [...views, ...saved].some((view) => viewKey(view.search) === present);
    const keep = (next: View[]) => {
        setSaved(next);
        remember(`views.${name}`, next);
    };
    const tab = (view: View) => (
        <button key={`${view.label} ${viewKey(view.search)}`} type="button" className={classes.tab} aria-current={viewKey(view.search) === present ? 'true' : undefined} onClick={() => onChoose(view.search)}>
            {view.label}
        </button>
    );
    return (
        <nav className={classes.tabs} aria-label={t('ui.list.views')}>
            {views.map(tab)}
            {saved.map((view) => (
                <span key={`${view.label} ${viewKey(view.search)}`} className={classes.own}>
                    {tab(view)}
                    <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('ui.list.removeView', { name: view.label })} onClick={() => keep(saved.filter((other) => other !== view))}>
                        <X size={11} aria-hidden />
                    </ActionIcon>
                </span>
            ))}
            {!known && (
                <SaveView
                    onSave={(label) => {
                        keep([...saved.filter((view) => view.label !== label), { label, search }]);
                    }}
                />
            )}
        </nav>
    );
}

function SaveView({ onSave }: { onSave: (label: string) => void }) {
    const { t } = useTranslation();
    const field = (close: () => void) => (
        <form
            className={classes.form}
            onSubmit={(event) => {
                event.preventDefault();
                const label = new FormData(event.currentTarget).get('label');
                if (typeof label === 'string' && label.trim() !== '') {
                    close();
                    onSave(label.trim());
                }
            }}
        >
            <TextInput name="label" data-autofocus required maxLength={40} label={t('ui.list.viewName')} />
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
