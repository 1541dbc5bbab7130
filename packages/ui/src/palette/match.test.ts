import { expect, it } from 'vitest';
import { matches } from './match';

it('finds Polish words typed without their marks, and the other way round', () => {
    expect(matches('Zażółć gęślą jaźń', 'zazolc jazn')).toBe(true);
    expect(matches('Lodz', 'łódź')).toBe(true);
    expect(matches('Incydenty', 'alert')).toBe(false);
    expect(matches('anything', '')).toBe(true);
});
