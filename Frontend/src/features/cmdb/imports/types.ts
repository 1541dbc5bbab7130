export const importStates = ['uploading', 'ready', 'checking', 'checked', 'applying', 'applied', 'cancelled', 'undoing', 'undone', 'failed'] as const;
export type ImportState = (typeof importStates)[number];
export const outcomes = ['create', 'update', 'unchanged', 'conflict', 'bad'] as const;
export type Outcome = (typeof outcomes)[number];
export type ImportFormat = 'csv' | 'json_lines';
export type Mapping = Readonly<Record<string, string>>;

export interface Import {
    id: string;
    name: string;
    format: ImportFormat;
    state: ImportState;
    columns: readonly string[];
    class_key: string | null;
    mapping: Mapping | null;
    parts: number;
    row_count: number;
    /** How many rows the present step is through with. */
    done: number;
    creates: number;
    updates: number;
    unchanged: number;
    conflicts: number;
    bad: number;
    applied: number;
    error: string | null;
    source_id: string | null;
    created_by_name: string | null;
    created_at: string;
    updated_at: string;
    version: number;
}

export interface ImportRow {
    id: string;
    number: number;
    outcome: Outcome | null;
    cells: Readonly<Record<string, string>>;
    problems: readonly { column: string; detail: string }[];
    ci_id: string | null;
}

export interface Suggestion {
    class_key: string | null;
    mapping: Mapping;
    remembered: boolean;
}

/** What goes on without anybody doing anything. */
export const underWay = (state: ImportState): boolean => state === 'checking' || state === 'applying' || state === 'undoing';
