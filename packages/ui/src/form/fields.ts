import type { ApiProblem } from '@monozu/api-client';

/** "/title" is the field "title", "/disks/0/mount" is "disks.0.mount". "~1" and "~0" are the pointer's own escapes. */
export function fieldOf(pointer: string): string {
    return pointer
        .replace(/^#?\//, '')
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .join('.');
}

export interface SortedErrors {
    /** Shown at their fields. */
    fields: { field: string; detail: string }[];
    /** What no field of the form stands for: shown on top. */
    others: string[];
}

export function sortErrors(problem: ApiProblem, known: readonly string[]): SortedErrors {
    const sorted: SortedErrors = { fields: [], others: [] };
    for (const { pointer, detail } of problem.errors) {
        const field = fieldOf(pointer);
        if (known.includes(field)) {
            sorted.fields.push({ field, detail });
        } else {
            sorted.others.push(field === '' ? detail : `${field}: ${detail}`);
        }
    }
    return sorted;
}
