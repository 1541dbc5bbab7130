export type CiStatus = 'planned' | 'ordered' | 'in_stock' | 'in_use' | 'maintenance' | 'retired' | 'disposed';
export const statuses = ['planned', 'ordered', 'in_stock', 'in_use', 'maintenance', 'retired', 'disposed'] as const satisfies readonly CiStatus[];

export type SourceKind = 'manual' | 'appliance' | 'discovery' | 'import' | 'api';

/** As the model says of its attribute: a list is an array of strings, a reference the id of a CI, everything else a text, a number or a boolean. */
export type Value = string | number | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

export interface Ci {
    id: string;
    class_key: string;
    name: string;
    status: CiStatus;
    attributes: Values;
    live: boolean;
    merged_into: string | null;
    deleted_at: string | null;
    stale: boolean;
    seen_at: string;
    created_at: string;
    updated_at: string;
    version: number;
}

/** What one source says of one attribute; what wins is what the CI shows. */
export interface Provenance {
    attribute: string;
    value: Value;
    source_id: string;
    source_kind: SourceKind;
    source_name: string;
    seen_at: string;
    stale: boolean;
    wins: boolean;
}

export type AttributeType = 'text' | 'number' | 'boolean' | 'date' | 'enumeration' | 'reference' | 'list' | 'ip' | 'mac' | 'url';

export interface CiClass {
    key: string;
    parent_key: string;
    name: string;
    description: string;
    icon: string;
    abstract: boolean;
    built_in: boolean;
    version: number;
}

export interface Attribute {
    key: string;
    class_key: string;
    name: string;
    description: string;
    type: AttributeType;
    required: boolean;
    is_unique: boolean;
    default_value?: Value;
    pattern?: string | null;
    choices: readonly string[];
    reference_class?: string | null;
    unit?: string | null;
    built_in: boolean;
    version: number;
}
