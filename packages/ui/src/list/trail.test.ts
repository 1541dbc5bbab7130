import { describe, expect, it } from 'vitest';
import { leaveTrail, neighbours } from './trail';

describe('the way back to a list', () => {
    it('finds the neighbours in the order the list had', () => {
        leaveTrail('incidents', ['a', 'b', 'c'], '/incidents?status=open');
        expect(neighbours('incidents', 'b')).toEqual({ previous: 'a', next: 'c', position: 2, total: 3, href: '/incidents?status=open' });
        expect(neighbours('incidents', 'c').next).toBeNull();
    });

    it('has none for what was not on the list', () => {
        expect(neighbours('incidents', 'z')).toMatchObject({ previous: null, next: null, position: null });
        expect(neighbours('never-seen', 'a').href).toBeNull();
    });
});
