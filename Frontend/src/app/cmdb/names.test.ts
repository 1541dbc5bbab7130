import { describe, expect, it } from 'vitest';
import { cmdbNamesEn } from '../../locales/en/cmdbNames';
import { attributesPl, classesPl, relationsPl } from './builtInNamesPl';

const files = import.meta.glob<string>('../../../../Backend/modules/cmdb_model/catalogue*.cpp', { query: '?raw', import: 'default', eager: true });
const catalogue = Object.values(files).join('\n');
const found = (pattern: RegExp) => [...catalogue.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the names of the built-in model', () => {
    it('are there in Polish for every class, attribute and relation type, and for no other', () => {
        expect(Object.keys(classesPl).sort()).toEqual(found(/\bitem\("(\w+)"/g).sort());
        expect(Object.keys(attributesPl).sort()).toEqual(found(/[.](?:add|number|date|flag|choice|list|reference)\("(\w+)"/g).sort());
        expect(Object.keys(relationsPl).sort()).toEqual(found(/\brelation\("(\w+)"/g).sort());
    });

    it('are there for every choice', () => {
        const choices = found(/\bchoice\([^{]*\{([^}]*)\}/g).flatMap((list) => [...list.matchAll(/"(\w+)"/g)].map((match) => (match[1] ?? '').replaceAll('_', '-')));
        expect(choices.length).toBeGreaterThan(50);
        expect([...new Set(choices)].sort()).toEqual(Object.keys(cmdbNamesEn.choice).sort());
    });
});
