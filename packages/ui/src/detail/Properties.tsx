import { TextInput, Textarea } from '@mantine/core';
import { ChevronsUpDown } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../menu/ActionMenu';
import classes from './Properties.module.css';

export function Properties({ children }: { children: ReactNode }) {
    return <dl className={classes.list}>{children}</dl>;
}

export function Property({ label, children }: { label: string; children: ReactNode }) {
    return (
        <div className={classes.row}>
            <dt>{label}</dt>
            <dd>{children}</dd>
        </div>
    );
}

export interface Choice {
    value: string;
    label: string;
    mark?: ReactNode;
}

/** A property changed in place by choosing another value. Without permission to change it, it is plain text. */
export function EditableChoice(props: { label: string; value: string | null; choices: readonly Choice[]; editable: boolean; placeholder?: string; onChange: (value: string) => void }) {
    const chosen = props.choices.find((choice) => choice.value === props.value);
    const shown = (
        <span className={classes.choice}>
            {chosen?.mark}
            {chosen?.label ?? props.placeholder ?? '—'}
        </span>
    );
    if (!props.editable) {
        return shown;
    }
    const entries = props.choices.map((choice) => ({
        label: choice.label,
        mark: choice.mark,
        checked: choice.value === props.value,
        run: () => {
            if (choice.value !== props.value) {
                props.onChange(choice.value);
            }
        },
    }));
    return (
        <ActionMenu
            entries={entries}
            target={
                <button type="button" className={classes.editable} aria-label={`${props.label}: ${chosen?.label ?? props.placeholder ?? ''}`}>
                    {shown}
                    <ChevronsUpDown size={12} aria-hidden className={classes.hint} />
                </button>
            }
        />
    );
}

/** Text changed in place: Enter (or Ctrl-Enter where it has lines) keeps it, Escape gives it up, leaving the field keeps it too. */
export function EditableText(props: { label: string; value: string; editable: boolean; startOpen?: boolean; lines?: boolean; maxLength: number; placeholder?: string; className?: string; onChange: (value: string) => void }) {
    const { t } = useTranslation();
    const [draft, setDraft] = useState<string | null>(props.startOpen === true && props.editable ? props.value : null);
    const givenUp = useRef(false);
    const shown = props.value === '' ? <span className={classes.placeholder}>{props.placeholder ?? '—'}</span> : props.value;
    if (draft === null) {
        if (!props.editable) {
            return <span className={`${classes.text ?? ''} ${props.className ?? ''}`}>{shown}</span>;
        }
        return (
            <button type="button" className={`${classes.editable ?? ''} ${classes.text ?? ''} ${props.className ?? ''}`} title={t('ui.detail.edit', { name: props.label })} onClick={() => setDraft(props.value)}>
                <span className="mz-hidden">{t('ui.detail.edit', { name: props.label })}: </span>
                {shown}
            </button>
        );
    }
    const keep = () => {
        const text = draft.trim();
        setDraft(null);
        if (!givenUp.current && text !== props.value && (text !== '' || props.lines === true)) {
            props.onChange(text);
        }
        givenUp.current = false;
    };
    const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        if (event.key === 'Escape') {
            givenUp.current = true;
            event.currentTarget.blur();
        } else if (event.key === 'Enter' && (props.lines !== true || event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.currentTarget.blur();
        }
    };
    const field = { 'aria-label': props.label, autoFocus: true, value: draft, maxLength: props.maxLength, onBlur: keep, onKeyDown };
    return props.lines === true ? (
        <Textarea {...field} rows={Math.min(14, Math.max(4, draft.split('\n').length + 1))} description={t('ui.detail.editHint')} inputWrapperOrder={['input', 'description']} onChange={(event) => setDraft(event.currentTarget.value)} />
    ) : (
        <TextInput {...field} onChange={(event) => setDraft(event.currentTarget.value)} />
    );
}
