import { describe, expect, it } from 'vitest';
import { administration as en } from './en/administration';
import { administration as pl } from './pl/administration';

// The matrix that the server prints of itself: permission, module, role by role.
const files = import.meta.glob<string>('../../../Backend/permissions.tsv', { query: '?raw', import: 'default', eager: true });
const rows = (Object.values(files)[0] ?? '').trim().split('\n').slice(1).map((line) => line.split('\t'));

describe('the words for rights', () => {
    it('name every right and every module in both languages, and no others', () => {
        const rights = rows.map(([name = '']) => name.replace(/[:-]/g, '_')).sort();
        expect(rights.length).toBeGreaterThan(10);
        for (const words of [en, pl]) {
            expect(Object.keys(words.rights.can).sort()).toEqual(rights);
            expect(Object.keys(words.rights.modules).sort()).toEqual([...new Set(rows.map(([, module = '']) => module))].sort());
        }
    });
});
