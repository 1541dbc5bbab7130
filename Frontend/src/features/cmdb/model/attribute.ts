import { draftOf, valueOf } from '../values';
import type { Attribute, AttributeType, AttributeValues } from './types';

export const types = ['text', 'number', 'boolean', 'date', 'enumeration', 'reference', 'list', 'ip', 'mac', 'url'] as const satisfies readonly AttributeType[];
/** What the elements of a list may be: what is written as a text. */
export const elementTypes = ['text', 'enumeration', 'reference', 'date', 'ip', 'mac', 'url'] as const satisfies readonly AttributeType[];

/** The form's words for an attribute. */
export interface AttributeDraft {
    key: string;
    name: string;
    description: string;
    type: AttributeType;
    element_type: AttributeType;
    required: boolean;
    is_unique: boolean;
    default_value: string;
    pattern: string;
    choices: string;
    reference_class: string;
    unit: string;
}

/** What the values are, or the elements of a list. */
export const elementOf = (draft: Pick<AttributeDraft, 'type' | 'element_type'>): AttributeType => (draft.type === 'list' ? draft.element_type : draft.type);
export const mayBeUnique = ({ type }: Pick<AttributeDraft, 'type'>) => !(['boolean', 'list', 'enumeration'] as AttributeType[]).includes(type);

export function draftOfAttribute(attribute: Attribute | undefined): AttributeDraft {
    return {
        key: attribute?.key ?? '',
        name: attribute?.name ?? '',
        description: attribute?.description ?? '',
        type: attribute?.type ?? 'text',
        element_type: attribute?.element_type ?? 'text',
        required: attribute?.required ?? false,
        is_unique: attribute?.is_unique ?? false,
        default_value: draftOf(attribute?.default_value).replaceAll('\n', '; '),
        pattern: attribute?.pattern ?? '',
        choices: (attribute?.choices ?? []).join('\n'),
        reference_class: attribute?.reference_class ?? 'ci',
        unit: attribute?.unit ?? '',
    };
}

/** What the draft says, without what its type does not know. */
export function valuesOf(draft: AttributeDraft): AttributeValues {
    const element = elementOf(draft);
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    return {
        name: draft.name.trim(),
        description: draft.description,
        type: draft.type,
        required: draft.required,
        is_unique: draft.is_unique && mayBeUnique(draft),
        element_type: draft.type === 'list' ? draft.element_type : null,
        choices: element === 'enumeration' ? draft.choices.split('\n').map((line) => line.trim()).filter((line) => line !== '') : [],
        reference_class: element === 'reference' ? draft.reference_class : null,
        pattern: element === 'text' || element === 'url' ? orNull(draft.pattern) : null,
        unit: draft.type === 'number' ? orNull(draft.unit) : null,
        default_value: draft.type === 'reference' ? null : valueOf(draft, draft.type === 'list' ? draft.default_value.replaceAll(';', '\n') : draft.default_value),
    };
}
