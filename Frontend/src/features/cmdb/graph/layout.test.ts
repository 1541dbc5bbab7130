import { describe, expect, it } from 'vitest';
import { ahead, arranged, boxOf, fitted, line, nodeHeight, nodeWidth } from './layout';
import { filtered, withImpact, withGraph, nothing, edgesOf, counted, edgeKey, type Shown } from './shown';
import type { Impact, RelatedCi } from './types';

const ci = (id: string, class_key = 'server'): RelatedCi => ({ id, name: id, class_key, status: 'in_use', stale: false });

/** "a>b" is "a depends on b"; "a-b" another type. */
function shownOf(...pairs: string[]): Shown {
    const edges = pairs.map((pair) => {
        const [from_ci = '', to_ci = ''] = pair.split(/[>-]/);
        return { type_key: pair.includes('>') ? 'depends_on' : 'connected_to', from_ci, to_ci };
    });
    const ids = [...new Set(edges.flatMap((edge) => [edge.from_ci, edge.to_ci]))];
    return withGraph(nothing, { nodes: ids.map((id) => ({ ...ci(id), depth: 0 })), edges, truncated: false });
}
const ids = (shown: Shown) => [...shown.nodes.keys()].sort().join('');

describe('where CIs stand', () => {
    it('is to the right for what the middle points to, to the left for what points to it', () => {
        const places = arranged('m', shownOf('m>a', 'b>m', 'a>c', 'd>b'));
        expect(places.get('m')).toEqual({ x: 0, y: 0, depth: 0 });
        expect(places.get('a')?.x).toBeGreaterThan(0);
        expect(places.get('c')?.x).toBeGreaterThan(places.get('a')?.x ?? 0);
        expect(places.get('b')?.x).toBeLessThan(0);
        expect(places.get('d')?.depth).toBe(2);
    });

    it('is a column of its distance, also where relations go round in circles', () => {
        const places = arranged('m', shownOf('m>a', 'a>b', 'b>m', 'b>c', 'c>a', 'm-m'));
        expect([...places.values()].map(({ depth }) => depth).sort()).toEqual([0, 1, 1, 2]);
        expect(places.size).toBe(4);
    });

    it('never covers another one', () => {
        const pairs = Array.from({ length: 200 }, (_, n) => `${String(Math.floor(n / 3))}>${String(n + 1)}`);
        const places = [...arranged('0', shownOf(...pairs)).values()];
        for (const [index, one] of places.entries()) {
            for (const other of places.slice(index + 1)) {
                expect(Math.abs(one.x - other.x) >= nodeWidth || Math.abs(one.y - other.y) >= nodeHeight).toBe(true);
            }
        }
    });

    it('is the same whatever order the server answers in', () => {
        const one = arranged('m', shownOf('m>a', 'm>b', 'c>m', 'b>d'));
        const other = arranged('m', shownOf('b>d', 'c>m', 'm>b', 'm>a'));
        expect(Object.fromEntries(other)).toEqual(Object.fromEntries(one));
    });

    it('is seen whole, or around the middle where it would be too small to read', () => {
        const small = fitted(boxOf([{ x: 0, y: 0, depth: 0 }, { x: 290, y: 0, depth: 1 }]), 1000, 600);
        expect(small.k).toBe(1);
        expect(small.x).toBe(500 - 145);
        expect(fitted({ left: -100, top: -9000, width: 200, height: 18000 }, 1000, 600)).toEqual({ x: 500, y: 300, k: 0.55 });
    });
});

describe('arrow keys', () => {
    const places = arranged('m', shownOf('m>a', 'm>b', 'm>c', 'd>m', 'b>e'));
    it('lead to the nearest in their direction', () => {
        expect(ahead(places, 'm', 'ArrowRight')).toBe('b');
        expect(ahead(places, 'm', 'ArrowLeft')).toBe('d');
        expect(ahead(places, 'b', 'ArrowUp')).toBe('a');
        expect(ahead(places, 'b', 'ArrowDown')).toBe('c');
        expect(ahead(places, 'c', 'ArrowRight')).toBe('e');
    });
    it('lead nowhere at an end', () => {
        expect(ahead(places, 'a', 'ArrowUp')).toBeUndefined();
        expect(ahead(places, 'd', 'ArrowUp')).toBeUndefined();
        expect(ahead(places, 'm', 'Home')).toBeUndefined();
    });
});

describe('lines', () => {
    it('go from side to side', () => {
        expect(line({ x: 0, y: 0, depth: 0 }, { x: 290, y: 58, depth: 1 }).path).toMatch(/^M92,0 .* 198,58$/);
        expect(line({ x: 290, y: 58, depth: 1 }, { x: 0, y: 0, depth: 0 }).path).toMatch(/^M198,58 .* 92,0$/);
        expect(line({ x: 290, y: 0, depth: 1 }, { x: 290, y: 58, depth: 1 }).path).toMatch(/^M382,0 .* 382,58$/);
    });
});

describe('what is shown', () => {
    it('goes without what is hidden and what only that leads to', () => {
        const shown = shownOf('m>a', 'm-b', 'b>c', 'a>d', 'd>m');
        expect(ids(filtered(shown, 'm', new Set(['connected_to']), new Set()))).toBe('adm');
        expect(ids(filtered(shown, 'm', new Set(['connected_to', 'depends_on']), new Set()))).toBe('m');
        const classes = withGraph(shown, { nodes: [{ ...ci('b', 'switch'), depth: 1 }], edges: [], truncated: false });
        expect(ids(filtered(classes, 'm', new Set(), new Set(['switch'])))).toBe('adm');
    });

    it('grows by an impact analysis, whose paths are relations like the others', () => {
        const impact: Impact = {
            ci: ci('m'), direction: 'suffers', total: 2, truncated: false, services: [], people: [], classes: [],
            hits: [
                { ci: ci('a'), depth: 1, path: [{ ci_id: 'a', name: 'a', type_key: 'depends_on', direction: 'incoming' }] },
                { ci: ci('h'), depth: 2, path: [{ ci_id: 'a', name: 'a', type_key: 'depends_on', direction: 'incoming' }, { ci_id: 'h', name: 'h', type_key: 'hosts', direction: 'outgoing' }] },
            ],
        };
        const shown = withImpact(shownOf('a>m'), impact, 10);
        expect([...shown.edges.values()].map(edgeKey).sort()).toEqual(['depends_on a m', 'hosts a h']);
        expect(ids(shown)).toBe('ahm');
        expect(ids(withImpact(nothing, impact, 1))).toBe('a');
        expect(edgesOf('m', impact.hits[1]?.path ?? []).map(edgeKey)).toEqual(['depends_on a m', 'hosts a h']);
    });

    it('is counted, the most frequent first', () => {
        expect(counted(['b', 'a', 'c', 'a', 'c'])).toEqual([{ key: 'a', count: 2 }, { key: 'c', count: 2 }, { key: 'b', count: 1 }]);
    });
});
