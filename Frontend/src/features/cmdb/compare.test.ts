import { describe, expect, it } from 'vitest';
import { compare } from './compare';
import type { Attribute } from './types';
import { draftOf, valueOf } from './values';

const catalogue = { attributesOf: () => ['vendor', 'model', 'cpu_count'].map((key) => ({ key })) as Attribute[] };
const ci = (name: string, attributes: Record<string, string | number>) => ({ class_key: 'server', name, status: 'in_use' as const, attributes });

describe('two beside each other', () => {
    it('show first what differs, then what is the same, and nothing that neither has', () => {
        const lines = compare(ci('a', { vendor: 'Acme', cpu_count: 4 }), ci('b', { vendor: 'Acme', cpu_count: 8, extra: 'x' }), catalogue);
        expect(lines.map(({ key, same }) => [key, same])).toEqual([
            ['name', false],
            ['cpu_count', false],
            ['extra', false],
            ['class_key', true],
            ['status', true],
            ['vendor', true],
        ]);
    });
});

describe('a value in a field', () => {
    it('comes back as it was', () => {
        expect(valueOf({ type: 'list' }, draftOf(['a', 'b']))).toEqual(['a', 'b']);
        expect(valueOf({ type: 'number' }, draftOf(4.5))).toBe(4.5);
        expect(valueOf({ type: 'boolean' }, draftOf(false))).toBe(false);
        expect(valueOf({ type: 'text' }, draftOf(null))).toBeNull();
    });

    it('takes a comma for a point, and leaves to the server what is no number', () => {
        expect(valueOf({ type: 'number' }, '4,5')).toBe(4.5);
        expect(valueOf({ type: 'number' }, 'four')).toBe('four');
        expect(valueOf({ type: 'list' }, ' a \n\n b ')).toEqual(['a', 'b']);
    });
});
