import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../palette/match';
import classes from './ColumnsModal.module.css';

export interface ColumnChoice {
    /** All there are; `group` is the heading that it is offered under. */
    available: readonly { id: string; label: string; group?: string }[];
    /** Those that are shown, in their order. */
    shown: readonly string[];
    onChange: (shown: readonly string[]) => void;
    /** Back to what a reader who has chosen nothing sees. */
    onReset: () => void;
}

/** Which columns a list has, and in which order. What is chosen is seen behind the dialog at once. */
export default function ColumnsModal({ available, shown, onChange, onReset, onClose }: ColumnChoice & { onClose: () => void }) {
    const { t } = useTranslation();
    const [text, setText] = useState('');
    const chosen = shown.flatMap((id) => available.filter((column) => column.id === id));
    const others = available.filter((column) => !shown.includes(column.id) && matches(`${column.label} ${column.group ?? ''}`, text));
    const groups = [...new Set(others.map((column) => column.group))];
    const moved = (from: number, to: number) => {
        const next = [...shown];
        next.splice(to, 0, ...next.splice(from, 1));
        onChange(next);
    };
    return (
        <Modal opened onClose={onClose} title={t('ui.list.columns')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <ul className={classes.list} aria-label={t('ui.list.columnsShown')}>
                {chosen.map(({ id, label }, index) => (
                    <li key={id} className={classes.row}>
                        <span className={classes.name}>{label}</span>
                        <ActionIcon size="sm" variant="subtle" color="gray" disabled={index === 0} aria-label={t('ui.list.columnUp', { name: label })} onClick={() => moved(index, index - 1)}>
                            <ArrowUp size={13} aria-hidden />
                        </ActionIcon>
                        <ActionIcon size="sm" variant="subtle" color="gray" disabled={index === chosen.length - 1} aria-label={t('ui.list.columnDown', { name: label })} onClick={() => moved(index, index + 1)}>
                            <ArrowDown size={13} aria-hidden />
                        </ActionIcon>
                        <ActionIcon size="sm" variant="subtle" color="gray" disabled={chosen.length === 1} aria-label={t('ui.list.columnRemove', { name: label })} onClick={() => onChange(shown.filter((other) => other !== id))}>
                            <X size={13} aria-hidden />
                        </ActionIcon>
                    </li>
                ))}
            </ul>
            <TextInput className={classes.find} type="search" label={t('ui.list.columnsMore')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            <div className={classes.others}>
                {groups.map((group) => (
                    <div key={group ?? ''} role="group" aria-label={group}>
                        {group !== undefined && <div className={classes.group}>{group}</div>}
                        {others
                            .filter((column) => column.group === group)
                            .map(({ id, label }) => (
                                <Button key={id} size="compact-xs" variant="default" leftSection={<Plus size={12} aria-hidden />} onClick={() => onChange([...shown, id])}>
                                    {label}
                                </Button>
                            ))}
                    </div>
                ))}
            </div>
            <div className={classes.actions}>
                <Button variant="default" onClick={onReset}>
                    {t('ui.list.columnsReset')}
                </Button>
                <Button onClick={onClose}>{t('ui.close')}</Button>
            </div>
        </Modal>
    );
}
