import { describe, expect, it } from 'vitest';
import { breakGaps, usualGap } from './series';

describe('a line', () => {
    it('is broken where nothing was measured', () => {
        expect(breakGaps([[0, 10, 100, 110], [1, 2, 3, 4]], 30)).toEqual([
            [0, 10, 55, 100, 110],
            [1, 2, null, 3, 4],
        ]);
    });

    it('is whole where the samples keep their distance, whatever it is', () => {
        const at = [0, 3600, 7200, 10_800];
        expect(breakGaps([at, [1, 2, 3, 4]], usualGap(at))).toEqual([at, [1, 2, 3, 4]]);
        expect(usualGap([])).toBe(30);
    });
});
