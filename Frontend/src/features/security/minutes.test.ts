import { expect, it } from 'vitest';
import { readMinutes } from './minutes';

it('reads minutes within bounds, and nothing as no limit of one’s own', () => {
    expect(readMinutes('', 100)).toBeNull();
    expect(readMinutes(' 30 ', 100)).toBe(30);
    expect(readMinutes('100', 100)).toBe(100);
    for (const wrong of ['4', '101', '-5', '1.5', 'abc', '1e2']) {
        expect(readMinutes(wrong, 100)).toBeUndefined();
    }
});
