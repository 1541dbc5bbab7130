import type { Attribute, Value } from './types';

/** A value as a field holds it: a list has a line for each element. */
export function draftOf(value: Value | undefined): string {
    if (value === null || value === undefined) {
        return '';
    }
    return typeof value === 'object' ? value.join('\n') : String(value);
}

/** What a field says, as the model wants it. What is no value of that type is handed on as it is: the server says what is wrong with it. */
export function valueOf(attribute: Pick<Attribute, 'type'>, draft: string): Value {
    const text = draft.trim();
    if (text === '') {
        return null;
    }
    switch (attribute.type) {
        case 'number': {
            // People in Poland write a comma.
            const number = Number(text.replace(',', '.'));
            return Number.isFinite(number) ? number : text;
        }
        case 'boolean':
            return text === 'true' ? true : text === 'false' ? false : text;
        case 'list':
            return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
        default:
            return text;
    }
}

export function isSame(a: Value | undefined, b: Value | undefined): boolean {
    return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
