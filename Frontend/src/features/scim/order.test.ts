import { describe, expect, it } from 'vitest';
import { choicesOf, mappedOf, moved } from './order';

const group = (id: string, role: 'agent' | 'custom' | null, roleId: string | null = null) => ({
    id,
    display_name: id,
    members: 1,
    role,
    role_id: roleId,
    role_name: null,
    rank: null,
    synced_at: '2026-01-01T00:00:00Z',
});

describe('the order of groups', () => {
    const choices = choicesOf([group('a', 'agent'), group('b', 'custom', '0190'), group('c', null)]);

    it('tells the server only those with a role, in their order', () => {
        expect(mappedOf(choices)).toEqual([
            { id: 'a', role: 'agent', role_id: null },
            { id: 'b', role: 'custom', role_id: '0190' },
        ]);
        expect(mappedOf(moved(choices, 'b', -1)).map((mapped) => mapped.id)).toEqual(['b', 'a']);
    });

    it('has ends', () => {
        expect(moved(choices, 'a', -1)).toEqual(choices);
        expect(moved(choices, 'c', 1)).toEqual(choices);
    });
});
