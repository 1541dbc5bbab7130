import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './model.module.css';
import { moved } from './tree';

interface OrderedProps<T> {
    items: readonly T[];
    labelOf: (item: T) => string;
    readOnly: boolean;
    mayDrop?: boolean;
    onChange: (items: readonly T[]) => void;
}

/** A list in which the order counts; each is moved by buttons, which work by keyboard and on a phone alike. */
export function Ordered<T>({ items, labelOf, readOnly, mayDrop = false, onChange }: OrderedProps<T>) {
    const { t } = useTranslation();
    const button = (label: string, icon: typeof ArrowUp, disabled: boolean, run: () => void) => {
        const Icon = icon;
        return (
            <Button size="compact-sm" variant="default" aria-label={label} disabled={disabled} onClick={run}>
                <Icon size={14} aria-hidden />
            </Button>
        );
    };
    return (
        <ol className={classes.rows}>
            {items.map((item, at) => {
                const name = labelOf(item);
                return (
                    <li key={name} className={classes.row}>
                        <span className={classes.rowName}>{`${String(at + 1)}. ${name}`}</span>
                        {!readOnly && (
                            <span className={classes.moves}>
                                {button(t('cmdbModel:up', { name }), ArrowUp, at === 0, () => onChange(moved(items, at, -1)))}
                                {button(t('cmdbModel:down', { name }), ArrowDown, at === items.length - 1, () => onChange(moved(items, at, 1)))}
                                {mayDrop && button(t('cmdbModel:dropNamed', { name }), X, false, () => onChange(items.filter((_, place) => place !== at)))}
                            </span>
                        )}
                    </li>
                );
            })}
        </ol>
    );
}
