import { describe, expect, it } from 'vitest';
import { askedRole, chosenRole, valueOfRole } from './roleValue';

describe('the choice of a role', () => {
    it('is one text, there and back', () => {
        for (const given of [{ role: 'agent', role_id: null }, { role: 'custom', role_id: '0191' }] as const) {
            expect(chosenRole(valueOfRole(given))).toEqual(given);
        }
    });

    it('filters people by a built-in role or by one custom role', () => {
        expect(askedRole({ q: 'ann' })).toEqual({ q: 'ann' });
        expect(askedRole({ role: 'agent' })).toEqual({ role: 'agent' });
        expect(askedRole({ role: 'custom:0191' })).toEqual({ role: 'custom', role_id: '0191' });
    });
});
