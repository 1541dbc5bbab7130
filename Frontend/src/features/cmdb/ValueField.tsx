import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../app/cmdb/names';
import { CiPicker } from './CiPicker';
import type { Attribute } from './types';

interface ValueFieldProps {
    attribute: Attribute;
    label: string;
    /** As values.ts says. */
    draft: string;
    error?: string | undefined;
    autoFocus?: boolean;
    onChange: (draft: string) => void;
}

/** The field for a value of that type. */
export function ValueField({ attribute, label, draft, error, autoFocus = false, onChange }: ValueFieldProps) {
    const { t } = useTranslation();
    const names = useModelNames();
    const common = { label, error, description: attribute.description === '' ? undefined : attribute.description, withAsterisk: attribute.required, ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}) };
    switch (attribute.type) {
        case 'boolean':
            return <NativeSelect {...common} value={draft} data={[{ value: '', label: '—' }, { value: 'true', label: t('cmdb:yes') }, { value: 'false', label: t('cmdb:no') }]} onChange={(event) => onChange(event.currentTarget.value)} />;
        case 'enumeration':
            return <NativeSelect {...common} value={draft} data={[{ value: '', label: '—' }, ...attribute.choices.map((value) => ({ value, label: names.choice(attribute, value) }))]} onChange={(event) => onChange(event.currentTarget.value)} />;
        case 'reference':
            return <CiPicker label={label} error={error} classKey={attribute.reference_class ?? undefined} value={draft === '' ? null : draft} onChange={(ci) => onChange(ci?.id ?? '')} />;
        case 'list':
            return <Textarea {...common} rows={Math.min(10, Math.max(3, draft.split('\n').length + 1))} description={t('cmdb:listHint')} value={draft} onChange={(event) => onChange(event.currentTarget.value)} />;
        case 'date':
            return <TextInput {...common} type="date" value={draft} onChange={(event) => onChange(event.currentTarget.value)} />;
        case 'number':
            return <TextInput {...common} inputMode="decimal" value={draft} rightSection={typeof attribute.unit === 'string' ? <span>{attribute.unit}</span> : undefined} rightSectionWidth={48} onChange={(event) => onChange(event.currentTarget.value)} />;
        default:
            return <TextInput {...common} value={draft} onChange={(event) => onChange(event.currentTarget.value)} />;
    }
}
