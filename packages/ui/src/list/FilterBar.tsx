import { ActionIcon, Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Check, ListFilter, Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
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
            {searchLabel !== null && <SearchField key={state.q === '' ? 'empty' : 'kept'} label={searchLabel} id={searchId} value={state.q} onChange={(q) => onChange({ ...state, q })} />}
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
    return filter.options?.find((option) => option.value === value)?.label ?? value;
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
            <Menu closeOnItemClick={filter.multiple !== true}>
                <Menu.Target>
                    <button type="button" className={classes.chipText}>
                        <span className={classes.chipName}>{filter.label}</span> {text}
                    </button>
                </Menu.Target>
                <Menu.Dropdown>
                    <FilterEditor filter={filter} values={values} onChange={onChange} />
                </Menu.Dropdown>
            </Menu>
            <button type="button" className={classes.chipRemove} aria-label={t('ui.list.removeFilter', { name: filter.label })} onClick={() => onChange([])}>
                <X size={12} aria-hidden />
            </button>
        </span>
    );
}

function AddFilter({ state, filters, onChange }: Pick<FilterBarProps, 'state' | 'filters' | 'onChange'>) {
    const { t } = useTranslation();
    const [chosen, setChosen] = useState<string | null>(null);
    const filter = filters.find((candidate) => candidate.id === chosen);
    const [open, setOpen] = useState(false);
    return (
        <Menu opened={open} onChange={setOpen} onClose={() => setChosen(null)} closeOnItemClick={filter !== undefined && filter.multiple !== true} position="bottom-start">
            <Menu.Target>
                {isFiltered(state) && Object.keys(state.filters).length > 0 ? (
                    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('ui.list.addFilter')}>
                        <ListFilter size={14} aria-hidden />
                    </ActionIcon>
                ) : (
                    <Button size="compact-xs" variant="subtle" color="gray" leftSection={<ListFilter size={13} aria-hidden />} className={classes.add}>
                        {t('ui.list.filter')}
                    </Button>
                )}
            </Menu.Target>
            <Menu.Dropdown>
                {filter === undefined ? (
                    filters.map((candidate) => (
                        <Menu.Item key={candidate.id} closeMenuOnClick={false} onClick={() => setChosen(candidate.id)}>
                            {candidate.label}
                        </Menu.Item>
                    ))
                ) : (
                    <FilterEditor
                        filter={filter}
                        values={state.filters[filter.id] ?? []}
                        onChange={(values) => {
                            onChange(withFilter(state, filter.id, values));
                            if (filter.kind !== 'choice') {
                                setOpen(false);
                            }
                        }}
                    />
                )}
            </Menu.Dropdown>
        </Menu>
    );
}

function FilterEditor({ filter, values, onChange }: EditorProps) {
    const { t } = useTranslation();
    if (filter.kind !== 'choice') {
        return (
            <form
                className={classes.editor}
                onSubmit={(event) => {
                    event.preventDefault();
                    const text = new FormData(event.currentTarget).get('value');
                    onChange(typeof text === 'string' && text !== '' ? [text] : []);
                }}
            >
                <TextInput name="value" data-autofocus type={filter.kind === 'date' ? 'date' : 'text'} label={filter.label} defaultValue={values[0] ?? ''} />
                <Button type="submit" fullWidth>
                    {t('ui.list.apply')}
                </Button>
            </form>
        );
    }
    const toggle = (value: string) => {
        if (values.includes(value)) {
            onChange(values.filter((kept) => kept !== value));
        } else {
            onChange(filter.multiple === true ? [...values, value] : [value]);
        }
    };
    return (
        <div className={classes.options}>
            <Menu.Label>{filter.label}</Menu.Label>
            {filter.options?.map((option) => (
                <Menu.Item
                    key={option.value}
                    role="menuitemcheckbox"
                    aria-checked={values.includes(option.value)}
                    rightSection={values.includes(option.value) ? <Check size={14} aria-hidden /> : null}
                    onClick={() => toggle(option.value)}
                >
                    {option.label}
                </Menu.Item>
            ))}
        </div>
    );
}
