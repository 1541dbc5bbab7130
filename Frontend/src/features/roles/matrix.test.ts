import { describe, expect, it } from 'vitest';
import { byModule, lacking } from '../../app/rightGroups';
import type { RoleView } from '../../app/types';
import { changes, keyOf, rebased, rightsOf, toggled } from './matrix';

const role = (id: string | null, permissions: string[]): RoleView => ({
    id,
    role: id === null ? 'agent' : 'custom',
    name: id ?? 'agent',
    description: '',
    permissions,
    people: 0,
    service_accounts: 0,
    created_at: null,
    version: 1,
});
const night = role('night', ['alerts:read', 'users:read']);

describe('the matrix of rights', () => {
    it('holds what was ticked until it is as before', () => {
        const added = toggled(new Map(), night, 'audit:read');
        expect(rightsOf(night, added)).toEqual(['alerts:read', 'users:read', 'audit:read']);
        expect(changes(added, [night])).toBe(1);
        expect(toggled(added, night, 'audit:read').size).toBe(0);
        const swapped = toggled(added, night, 'users:read');
        expect(changes(swapped, [night])).toBe(2);
    });

    it('does not mind the order of rights', () => {
        const draft = toggled(toggled(new Map(), night, 'alerts:read'), night, 'alerts:read');
        expect(draft.size).toBe(0);
    });

    it('forgets roles that are gone and changes that somebody else has made', () => {
        const draft = toggled(new Map(), night, 'audit:read');
        expect(rebased(draft, []).size).toBe(0);
        expect(rebased(draft, [role('night', ['audit:read', 'users:read', 'alerts:read'])]).size).toBe(0);
        expect(rebased(draft, [night])).toBe(draft);
    });

    it('tells built-in roles from custom ones', () => {
        expect(keyOf(role(null, []))).toBe('agent');
        expect(keyOf(night)).toBe('night');
    });

    it('groups rights by module in the order they come', () => {
        const rights = ['a:read', 'b:read', 'a:write'].map((name) => ({ name, module: name.slice(0, 1), operations: [] }));
        expect(byModule(rights).map(({ module, permissions }) => [module, permissions.map((right) => right.name)])).toEqual([
            ['a', ['a:read', 'a:write']],
            ['b', ['b:read']],
        ]);
        expect(lacking(['a:read'], ['b:read', 'a:read'])).toEqual(['b:read']);
    });
});
