import { expect, it } from 'vitest';
import { safeNext } from './next';

it('leads back only into this console', () => {
    expect(safeNext('/incidents?status=open')).toBe('/incidents?status=open');
    for (const bad of [undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
        expect(safeNext(bad)).toBe('/');
    }
});
