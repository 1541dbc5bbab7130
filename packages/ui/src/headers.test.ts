import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../vite/headers';

const directives = (connect: string[]) => new Map(contentSecurityPolicy(connect).split('; ').map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1)]));

describe('the policy of a page', () => {
    it('lets in its own files and nothing that is written inside of a page', () => {
        const policy = directives(['https://api.example', 'wss://api.example']);
        expect(policy.get('default-src')).toEqual(["'none'"]);
        expect(policy.get('script-src')).toEqual(["'self'"]);
        expect(policy.get('style-src')).toEqual(["'self'"]);
        expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
        expect(policy.get('base-uri')).toEqual(["'none'"]);
        expect(contentSecurityPolicy(['https://api.example'])).not.toMatch(/unsafe|\*/);
    });

    it('lets it talk to the API that it was built for and to nobody else', () => {
        expect(directives(['https://api.example/v1', 'wss://api.example/ws', '']).get('connect-src')).toEqual(["'self'", 'https://api.example', 'wss://api.example']);
    });

    it('goes with headers that tell others nothing and let nobody hold the window', () => {
        expect(securityHeaders('p')).toMatchObject({ 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Opener-Policy': 'same-origin' });
    });
});
