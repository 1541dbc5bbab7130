import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { ListFilter, Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { ActionMenu, type ActionMenuProps, type MenuEntry } from '../menu/ActionMenu';
import { isFiltered, withFilter, type FilterSpec, type ListState } from './state';
import classes from './FilterBar.module.css';

interface FilterBarProps {
    state: ListState;
    filters: readonly FilterSpec[];
    onChange: (state: ListState) => void;
    /** Null where the list cannot be searched. */
    searchLabel: string | null;
    searchId: string;
}

const typingPauseMs = 250;

export function FilterBar({ state, filters, onChange, searchLabel, searchId }: FilterBarProps) {
    const { t } = useTranslation();
    const set = filters.filter((filter) => state.filters[filter.id] !== undefined);
    return (
        <div className={classes.bar}>
            {searchLabel !== null && <SearchField label={searchLabel} id={searchId} value={state.q} onChange={(q) => onChange({ ...state, q })} />}
            {set.map((filter) => (
                <FilterChip key={filter.id} filter={filter} values={state.filters[filter.id] ?? []} onChange={(values) => onChange(withFilter(state, filter.id, values))} />
            ))}
            {filters.length > 0 && <AddFilter state={state} filters={filters} onChange={onChange} />}
            {isFiltered(state) && (
                <Button size="compact-xs" variant="subtle" color="gray" className={classes.clear} onClick={() => onChange({ ...state, q: '', filters: {} })}>
                    {t('ui.list.clearFilters')}
                </Button>
            )}
        </div>
    );
}

function SearchField({ label, value, onChange, id }: { label: string; value: string; onChange: (q: string) => void; id: string }) {
    const { t } = useTranslation();
    const [text, setText] = useState(value);
    const commit = useDebouncedCallback(onChange, typingPauseMs);
    const typed = useRef(value);
    useEffect(() => {
        // The address changed by itself ("back", a saved view): the field follows it, unless that is its own echo.
        if (value !== typed.current) {
            typed.current = value;
            setText(value);
        }
    }, [value]);
    const type = (next: string) => {
        setText(next);
        typed.current = next.trim();
        commit(next.trim());
    };
    return (
        <TextInput
            id={id}
            className={classes.search}
            type="search"
            aria-label={label}
            placeholder={label}
            value={text}
            leftSection={<SearchIcon size={13} aria-hidden />}
            rightSection={text === '' ? null : <CloseButton size="xs" aria-label={t('ui.list.clearSearch')} onClick={() => type('')} />}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
                if (event.key === 'Escape') {
                    event.currentTarget.blur();
                }
            }}
        />
    );
}

function valueLabel(filter: FilterSpec, value: string, date: (at: string) => string): string {
    if (filter.kind === 'date') {
        return Number.isNaN(Date.parse(value)) ? value : date(value);
    }
    return filter.textOf?.(value) ?? filter.options?.find((option) => option.value === value)?.label ?? value;
}

interface EditorProps {
    filter: FilterSpec;
    values: readonly string[];
    onChange: (values: readonly string[]) => void;
}

function FilterChip({ filter, values, onChange }: EditorProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const text = values.map((value) => valueLabel(filter, value, format.date)).join(', ');
    return (
        <span className={classes.chip}>
            <ActionMenu
                {...editor({ filter, values, onChange })}
                target={
                    <button type="button" className={classes.chipText}>
                        <span className={classes.chipName}>{filter.label}</span> {text}
                    </button>
                }
            />
            <button type="button" className={classes.chipRemove} aria-label={t('ui.list.removeFilter', { name: filter.label })} onClick={() => onChange([])}>
                <X size={12} aria-hidden />
            </button>
        </span>
    );
}

/** First which filter, then its value, in one menu. */
function AddFilter({ state, filters, onChange }: Pick<FilterBarProps, 'state' | 'filters' | 'onChange'>) {
    const { t } = useTranslation();
    const [chosen, setChosen] = useState<string | null>(null);
    const filter = filters.find((candidate) => candidate.id === chosen);
    const target =
        Object.keys(state.filters).length > 0 ? (
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('ui.list.addFilter')}>
                <ListFilter size={14} aria-hidden />
            </ActionIcon>
        ) : (
            <Button size="compact-xs" variant="subtle" color="gray" leftSection={<ListFilter size={13} aria-hidden />} className={classes.add}>
                {t('ui.list.filter')}
            </Button>
        );
    const menu =
        filter === undefined
            ? { entries: offered(filters, setChosen) }
            : editor({ filter, values: state.filters[filter.id] ?? [], onChange: (values) => onChange(withFilter(state, filter.id, values)) });
    return <ActionMenu {...menu} target={target} onClose={() => setChosen(null)} />;
}

/** The filters by their names, those of one group together under its heading. */
function offered(filters: readonly FilterSpec[], choose: (id: string) => void): MenuEntry[] {
    const groups = [...new Set(filters.map((filter) => filter.group))];
    return groups.flatMap((group): MenuEntry[] => [
        ...(group === undefined ? [] : [{ heading: group }]),
        ...filters.filter((filter) => filter.group === group).map((filter): MenuEntry => ({ label: filter.label, stays: true, run: () => choose(filter.id) })),
    ]);
}

/** What a menu shows to set one filter: its choices, or a field. */
function editor(props: EditorProps): Pick<ActionMenuProps, 'entries' | 'content'> {
    const { filter, values, onChange } = props;
    const { editor: form } = filter;
    if (form !== undefined) {
        return {
            entries: [],
            content: (close) =>
                form(values[0] ?? null, (value) => {
                    onChange(value === null ? [] : [value]);
                    close();
                }),
        };
    }
    if (filter.kind !== 'choice') {
        return { entries: [], content: (close) => <FieldEditor {...props} onDone={close} /> };
    }
    const toggled = (value: string) => {
        if (values.includes(value)) {
            return values.filter((kept) => kept !== value);
        }
        return filter.multiple === true ? [...values, value] : [value];
    };
    const several = filter.multiple === true;
    const choices = (filter.options ?? []).map(
        ({ value, label }): MenuEntry => ({ label, checked: values.includes(value), several, stays: several, run: () => onChange(toggled(value)) }),
    );
    return { entries: [{ heading: filter.label }, ...choices] };
}

function FieldEditor({ filter, values, onChange, onDone }: EditorProps & { onDone: () => void }) {
    const { t } = useTranslation();
    return (
        <form
            className={classes.editor}
            onSubmit={(event) => {
                event.preventDefault();
                const text = new FormData(event.currentTarget).get('value');
                onChange(typeof text === 'string' && text !== '' ? [text] : []);
                onDone();
            }}
        >
            <TextInput name="value" data-autofocus type={filter.kind === 'date' ? 'date' : 'text'} label={filter.label} defaultValue={values[0] ?? ''} />
            <Button type="submit" fullWidth>
                {t('ui.list.apply')}
            </Button>
        </form>
    );
}
