import { describe, expect, it } from 'vitest';
import { isTurnedAway, passkeyAddress, passkeyObstacle } from './passkey';

describe('a page that wants to use passkeys', () => {
    it('has to be on their domain, or below it', () => {
        expect(passkeyObstacle('localhost', { hostname: 'localhost' }, true)).toBeNull();
        expect(passkeyObstacle('example.org', { hostname: 'cloud.example.org' }, true)).toBeNull();
        expect(passkeyObstacle('localhost', { hostname: '127.0.0.1' }, true)).toBe('address');
        expect(passkeyObstacle('example.org', { hostname: 'badexample.org' }, true)).toBe('address');
        expect(passkeyObstacle('', { hostname: '127.0.0.1' }, true)).toBe('address');
    });

    it('needs a browser that knows them', () => {
        expect(passkeyObstacle('localhost', { hostname: 'localhost' }, false)).toBe('browser');
    });

    it('is found by the machine’s other name', () => {
        expect(passkeyAddress('localhost', { hostname: '127.0.0.1', href: 'http://127.0.0.1:3000/account' })).toBe('http://localhost:3000/account');
        expect(passkeyAddress('example.org', { hostname: '127.0.0.1', href: 'http://127.0.0.1:3000/' })).toBeNull();
    });

    it('says nothing when the person turned away', () => {
        const named = (name: string) => Object.assign(new Error('x'), { name });
        expect(isTurnedAway(named('NotAllowedError'))).toBe(true);
        expect(isTurnedAway(named('TypeError'))).toBe(false);
    });
});
