import { describe, expect, it } from 'vitest';
import { centredOn, moved, pinched, seenAt, wheelFactor, zoomed } from './camera';

const camera = { x: 10, y: 20, k: 1 };

describe('the window onto the picture', () => {
    it('keeps what is under the pointer where it is', () => {
        const at = { x: 110, y: 70 };
        const under = { x: 100, y: 50 };
        expect(seenAt(camera, under)).toEqual(at);
        for (const factor of [1.5, 0.5, 0.9]) {
            const seen = seenAt(zoomed(camera, at, factor), under);
            expect(seen.x).toBeCloseTo(at.x);
            expect(seen.y).toBeCloseTo(at.y);
        }
    });
    it('is neither too small nor too large', () => {
        expect(zoomed(camera, { x: 0, y: 0 }, 100).k).toBe(2);
        expect(zoomed(camera, { x: 0, y: 0 }, 0.001).k).toBe(0.15);
    });
    it('follows two fingers', () => {
        expect(pinched(camera, [{ x: 0, y: 0 }, { x: 100, y: 0 }], [{ x: 20, y: 5 }, { x: 120, y: 5 }])).toEqual(moved(camera, 20, 5));
        expect(pinched(camera, [{ x: 0, y: 0 }, { x: 100, y: 0 }], [{ x: -25, y: 0 }, { x: 125, y: 0 }]).k).toBe(1.5);
    });
    it('can be put over a point', () => {
        expect(seenAt(centredOn({ x: 5, y: 5, k: 0.5 }, { x: 40, y: 60 }, 800, 600), { x: 40, y: 60 })).toEqual({ x: 400, y: 300 });
    });
    it('grows as the wheel turns away', () => {
        expect(wheelFactor({ deltaY: -100, deltaMode: 0, ctrlKey: false })).toBeGreaterThan(1);
        expect(wheelFactor({ deltaY: 3, deltaMode: 1, ctrlKey: false })).toBeLessThan(1);
    });
});
