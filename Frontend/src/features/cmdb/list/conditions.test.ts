import { describe, expect, it } from 'vitest';
import { isWhole, ofThePast, operators, readCondition, readRange, selectionOf, takesValue, toServer, writeCondition } from './conditions';

describe('a condition on an attribute', () => {
    it('survives the way through the address, whatever its value', () => {
        for (const op of operators) {
            for (const value of takesValue(op) ? ['4', 'a,b', 'C:\\x', '10.0.0.0/8', '1..2', 'żółw & 50%', 'starts:with'] : ['']) {
                const text = writeCondition({ op, value });
                const read = new URLSearchParams(new URLSearchParams({ 'a.serial_number': text }).toString().replaceAll('%2C', ',')).get('a.serial_number') ?? '';
                expect(readCondition(read)).toEqual({ op, value });
            }
        }
    });

    it('is none where the operator is not known or the value is missing', () => {
        expect(readCondition('like:x')).toBeNull();
        expect(readCondition('eq:')).toBeNull();
        expect(readCondition('set:x')).toBeNull();
        expect(readCondition('')).toBeNull();
    });

    it('asks for what its type can be compared with', () => {
        expect(isWhole('number', { op: 'ge', value: '4.5' })).toBe(true);
        expect(isWhole('number', { op: 'ge', value: 'four' })).toBe(false);
        expect(isWhole('number', { op: 'between', value: '4..' })).toBe(false);
        expect(isWhole('date', { op: 'between', value: '2026-01-01..2026-02-01' })).toBe(true);
        expect(isWhole('ip', { op: 'in-network', value: '10.0.0.1' })).toBe(false);
        expect(isWhole('ip', { op: 'in-network', value: '2001:db8::/32' })).toBe(true);
        expect(isWhole('text', { op: 'unset', value: '' })).toBe(true);
        expect(readRange('4..8')).toEqual(['4', '8']);
    });
});

describe('what the server is asked for', () => {
    it('has all conditions in one word, with commas of values marked', () => {
        expect(toServer({ q: 'x', 'a.vendor': 'eq:Acme, Inc.', 'a.cpu_count': 'between:2..4', 'a.owner': 'unset' })).toEqual({ q: 'x', filter: 'vendor:eq:Acme\\, Inc.,cpu_count:between:2..4,owner:unset' });
        expect(toServer({ status: 'in_use' })).toEqual({ status: 'in_use' });
    });

    it('names the attribute that it is ordered by', () => {
        expect(toServer({ sort: '-a.cpu_count' })).toEqual({ sort: '-value', order_by: 'cpu_count' });
        expect(toServer({ sort: '-updated_at' })).toEqual({ sort: '-updated_at' });
    });

    it('is a body too: all that the list shows', () => {
        expect(selectionOf({ q: 'x', sort: 'name', class_key: 'server', status: 'in_use,retired', stale: 'true', 'a.vendor': 'eq:A, B' })).toEqual({ class_key: ['server'], status: ['in_use', 'retired'], stale: true, q: 'x', filter: ['vendor:eq:A\\, B'] });
        expect(selectionOf({})).toEqual({ class_key: [], status: [], filter: [] });
    });

    it('leaves out what cannot be asked of the past', () => {
        expect(ofThePast({ q: 'x', sort: '-name', stale: 'true', status: 'in_use', 'a.vendor': 'eq:A' }, '2026-01-01T00:00:00Z')).toEqual({ status: 'in_use', 'a.vendor': 'eq:A', as_of: '2026-01-01T00:00:00Z' });
    });
});
