import type { Messages } from '.';

const suffix = /_(zero|one|two|few|many|other)$/;

function keysOf(messages: Messages, prefix = ''): string[] {
    return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));
}

/** The keys that `other` ought to have because `base` has them, and does not: for counted ones all plural forms of its language. */
export function missingForms(base: Messages, baseLanguage: string, other: Messages, language: string): string[] {
    const present = new Set(keysOf(other));
    const counted = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const wanted = new Set(
        keysOf(base).flatMap((key) => {
            const category = suffix.exec(key)?.[1];
            const isCounted = category !== undefined && counted(baseLanguage).some((known) => known === category);
            return isCounted ? counted(language).map((form) => key.replace(suffix, `_${form}`)) : [key];
        }),
    );
    return [...wanted].filter((key) => !present.has(key));
}

/** Keys as the code may ask for them: without their plural endings. */
export function askableKeys(messages: Messages): Set<string> {
    return new Set(keysOf(messages).map((key) => key.replace(suffix, '')));
}
