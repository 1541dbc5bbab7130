import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { CiPicker } from '../CiPicker';
import type { Attribute } from '../types';
import { isWhole, operatorsOf, readCondition, readRange, takesValue, writeCondition, type Operator } from './conditions';
import classes from './asOf.module.css';

interface EditorProps {
    attribute: Attribute;
    label: string;
    value: string | null;
    onChange: (value: string | null) => void;
}

const fieldTypes: Partial<Record<Attribute['type'], string>> = { number: 'number', date: 'date' };

/** One condition on one attribute: how it is compared, and with what. */
export default function ConditionEditor({ attribute, label, value, onChange }: EditorProps) {
    const { t } = useTranslation();
    const names = useModelNames();
    const operators = operatorsOf(attribute.type);
    const given = value === null ? null : readCondition(value);
    const [op, setOp] = useState<Operator>(given?.op ?? operators[0] ?? 'eq');
    const [text, setText] = useState(given?.value ?? (attribute.type === 'boolean' ? 'true' : ''));
    const [wrong, setWrong] = useState(false);
    const [from, to] = readRange(text);
    const change = (next: string) => {
        setText(next);
        setWrong(false);
    };
    const error = wrong ? t(attribute.type === 'ip' && op === 'in-network' ? 'cmdb:condition.badNetwork' : 'cmdb:condition.bad') : undefined;
    const common = { type: fieldTypes[attribute.type] ?? 'text', ...(attribute.type === 'number' ? { step: 'any' } : {}) };
    const field = () => {
        if (!takesValue(op)) {
            return null;
        }
        if (op === 'between') {
            return (
                <>
                    <TextInput {...common} label={t('cmdb:condition.from')} value={from} error={error} onChange={(event) => change(`${event.currentTarget.value}..${to}`)} />
                    <TextInput {...common} label={t('cmdb:condition.to')} value={to} onChange={(event) => change(`${from}..${event.currentTarget.value}`)} />
                </>
            );
        }
        if (attribute.type === 'boolean') {
            return <NativeSelect label={t('cmdb:condition.value')} value={text} data={[{ value: 'true', label: t('cmdb:yes') }, { value: 'false', label: t('cmdb:no') }]} onChange={(event) => change(event.currentTarget.value)} />;
        }
        if (attribute.type === 'enumeration') {
            return <NativeSelect label={t('cmdb:condition.value')} value={text} error={error} data={[{ value: '', label: '—' }, ...attribute.choices.map((value) => ({ value, label: names.choice(attribute, value) }))]} onChange={(event) => change(event.currentTarget.value)} />;
        }
        if (attribute.type === 'reference') {
            return <CiPicker label={t('cmdb:condition.value')} classKey={attribute.reference_class ?? undefined} value={text === '' ? null : text} error={error} onChange={(ci) => change(ci?.id ?? '')} />;
        }
        return <TextInput {...common} data-autofocus label={op === 'in-network' ? t('cmdb:condition.network') : t('cmdb:condition.value')} value={text} error={error} onChange={(event) => change(event.currentTarget.value)} />;
    };
    return (
        <form
            className={classes.form}
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                const condition = { op, value: takesValue(op) ? text.trim() : '' };
                if (isWhole(attribute.type, condition)) {
                    onChange(writeCondition(condition));
                } else {
                    setWrong(true);
                }
            }}
        >
            <NativeSelect
                label={label}
                value={op}
                data={operators.map((one) => ({ value: one, label: t(`cmdb:op.${one.replace('-', '_')}`) }))}
                onChange={(event) => {
                    setOp(event.currentTarget.value as Operator);
                    setWrong(false);
                }}
            />
            {field()}
            <Button type="submit" fullWidth>
                {t('ui.list.apply')}
            </Button>
        </form>
    );
}
