import type { Attribute as AnyAttribute, AttributeType, CiClass, CiStatus, SourceKind, Value } from '../types';

export type { AttributeType, CiClass, SourceKind };

export interface Attribute extends AnyAttribute {
    /** Of a list. */
    element_type?: AttributeType | null;
}

export const impacts = ['none', 'from_on_to', 'to_on_from', 'both'] as const;
export type Impact = (typeof impacts)[number];
export const cardinalities = ['one_to_one', 'one_to_many', 'many_to_one', 'many_to_many'] as const;
export type Cardinality = (typeof cardinalities)[number];

export interface RelationType {
    key: string;
    name: string;
    reverse_name: string;
    impact: Impact;
    cardinality: Cardinality;
    from_class: string;
    to_class: string;
    built_in: boolean;
    version: number;
}

export interface Rules {
    class_key: string;
    identifiers: readonly (readonly string[])[];
    precedence: Readonly<Record<string, readonly SourceKind[]>>;
    built_in: boolean;
    version: number;
}

export interface CiModel {
    version: number;
    classes: readonly CiClass[];
    attributes: readonly Attribute[];
    relation_types: readonly RelationType[];
    rules: readonly Rules[];
    transitions: readonly { from: CiStatus; to: readonly CiStatus[] }[];
}

/** What a change would do to the items that there are. */
export interface Touched {
    cis: number;
    converted: number;
    misfits: number;
    sample: readonly { ci_id: string; name: string; attribute: string; value: Value; problem: string }[];
}

export type ClassValues = Pick<CiClass, 'parent_key' | 'name' | 'description' | 'icon'>;
export type AttributeValues = Pick<Attribute, 'name' | 'description' | 'type' | 'required' | 'is_unique' | 'choices'> & {
    default_value: Value;
    pattern: string | null;
    element_type: AttributeType | null;
    reference_class: string | null;
    unit: string | null;
};
