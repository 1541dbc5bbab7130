import { uiEn } from '@monozu/ui/i18n/en';
import { askableKeys, missingForms } from '@monozu/ui/i18n/forms';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { pl } from './pl';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../../../packages/ui/src/**/*.{ts,tsx}', '!../**/*.test.ts', '!../../../../packages/ui/src/**/*.test.ts'], { query: '?raw', import: 'default', eager: true });
const code = Object.values(sources).join('\n');
const known = askableKeys({ ui: uiEn, ...en });

describe('the words of the console', () => {
    it('are in both languages, in every plural form', () => {
        expect(missingForms(en, 'en', pl, 'pl')).toEqual([]);
        expect(missingForms(pl, 'pl', en, 'en')).toEqual([]);
    });

    it('are there wherever the code asks for them', () => {
        const asked = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
        expect(asked.length).toBeGreaterThan(100);
        expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
    });

    it('are all asked for', () => {
        const literal = new Set([...code.matchAll(/'([\w.]+\.[\w.]+)'/g)].map((match) => match[1] ?? ''));
        const groups = [...code.matchAll(/`([\w.]+)\.\$\{/g)].map((match) => `${match[1] ?? ''}.`);
        const unused = [...known].filter((key) => !literal.has(key) && !groups.some((group) => key.startsWith(group)));
        expect(unused).toEqual([]);
    });
});
