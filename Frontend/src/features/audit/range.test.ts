import { expect, it } from 'vitest';
import { dayRange } from './range';

it('turns days into moments, the last day included', () => {
    const { from, to } = dayRange({ from: '2026-03-01', to: '2026-03-01', operation: 'x' });
    expect(new Date(from ?? '').getTime()).toBe(new Date(2026, 2, 1).getTime());
    expect(new Date(to ?? '').getTime()).toBe(new Date(2026, 2, 2).getTime());
});

it('leaves out what is no day', () => {
    expect(dayRange({ from: 'yesterday', operation: 'x' })).toEqual({ operation: 'x' });
});
