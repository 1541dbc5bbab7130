import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Skeleton } from '@monozu/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ciQuery, findQuery } from './api';
import type { Ci } from './types';
import { useCatalogue } from './useCatalogue';
import { useNames } from './useNames';
import classes from './picker.module.css';

interface CiPickerProps {
    label: string;
    /** Only CIs of this class and below. */
    classKey: string | undefined;
    value: string | null;
    error?: string | undefined;
    /** One that is not to be chosen: the CI itself. */
    except?: string;
    onChange: (ci: Ci | null) => void;
}

const pauseMs = 200;

/** Finds one CI by what is typed; arrows and Enter choose. */
export function CiPicker({ label, classKey, value, error, except, onChange }: CiPickerProps) {
    const { t } = useTranslation();
    const id = useId();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [text, setText] = useState('');
    const [open, setOpen] = useState(false);
    const [active, setActive] = useState(0);
    const [asked] = useDebouncedValue(text.trim(), pauseMs);
    const chosen = useQuery({ ...ciQuery(value ?? ''), enabled: value !== null });
    const found = useQuery({ ...findQuery(asked, classKey), enabled: value === null && open, placeholderData: keepPreviousData });
    const items = (found.data?.items ?? []).filter((ci) => ci.id !== except);
    const take = (ci: Ci | undefined) => {
        if (ci !== undefined) {
            setText('');
            setOpen(false);
            onChange(ci);
        }
    };
    if (value !== null) {
        return (
            <TextInput
                label={label}
                readOnly
                error={error}
                value={chosen.data?.name ?? '…'}
                rightSection={<CloseButton size="xs" aria-label={t('cmdb:picker.other')} onClick={() => onChange(null)} />}
            />
        );
    }
    return (
        <div className={classes.picker}>
            <TextInput
                data-autofocus
                role="combobox"
                aria-expanded={open}
                aria-controls={id}
                aria-activedescendant={open && items[active] !== undefined ? `${id}-${String(active)}` : undefined}
                autoComplete="off"
                label={label}
                placeholder={t('cmdb:picker.placeholder')}
                error={error}
                value={text}
                onFocus={() => setOpen(true)}
                onBlur={() => setOpen(false)}
                onChange={(event) => {
                    setText(event.currentTarget.value);
                    setOpen(true);
                    setActive(0);
                }}
                onKeyDown={(event) => {
                    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                    if (step !== undefined) {
                        event.preventDefault();
                        event.stopPropagation();
                        setActive((present) => Math.min(Math.max(present + step, 0), items.length - 1));
                    } else if (event.key === 'Enter' && open && items.length > 0) {
                        event.preventDefault();
                        take(items[active]);
                    }
                }}
            />
            <ul id={id} role="listbox" aria-label={label} className={classes.found} hidden={!open}>
                {found.data === undefined && open && (
                    <li role="presentation">
                        <Skeleton width={60} />
                    </li>
                )}
                {found.data !== undefined && items.length === 0 && (
                    <li role="presentation" className={classes.none}>
                        {t('cmdb:picker.none')}
                    </li>
                )}
                {items.map((ci, index) => (
                    <li
                        key={ci.id}
                        id={`${id}-${String(index)}`}
                        role="option"
                        aria-selected={index === active}
                        className={classes.option}
                        onMouseDown={(event) => {
                            event.preventDefault();
                            take(ci);
                        }}
                    >
                        {ci.name} <span className={classes.class}>{names.classOf(ci.class_key)}</span>
                    </li>
                ))}
            </ul>
        </div>
    );
}
