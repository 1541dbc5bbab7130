import { hierarchy, tree } from 'd3-hierarchy';
import type { Camera } from './camera';
import { neighbours, type Shown } from './shown';

export const nodeWidth = 184;
export const nodeHeight = 44;
const columnWidth = 290;
const rowHeight = 58;

/** The middle of a node; `depth` is how many relations it is away from the CI in the middle. */
export interface Place {
    x: number;
    y: number;
    depth: number;
}

interface Branch {
    id: string;
    children: Branch[];
}

/**
 * Two tidy trees that grow out of the CI in the middle: to the right what it points to, to the left what points to it, and whatever lies
 * beyond on the same side. Each CI stands in the column of its distance, so that a relation never seems shorter or longer than it is.
 */
export function arranged(root: string, shown: Shown): Map<string, Place> {
    const places = new Map<string, Place>([[root, { x: 0, y: 0, depth: 0 }]]);
    const edges = [...shown.edges.values()];
    const next = neighbours(edges);
    const name = (id: string) => shown.nodes.get(id)?.name ?? '';
    const pointedTo = new Set(edges.filter((edge) => edge.from_ci === root).map((edge) => edge.to_ci));
    const sides: Record<'left' | 'right', Branch> = { left: { id: root, children: [] }, right: { id: root, children: [] } };
    const seen = new Set([root]);
    const newOf = (id: string) => {
        const found = [...(next.get(id) ?? [])].filter((other) => !seen.has(other) && shown.nodes.has(other)).sort((a, b) => name(a).localeCompare(name(b)) || a.localeCompare(b));
        found.forEach((other) => seen.add(other));
        return found.map((other): Branch => ({ id: other, children: [] }));
    };
    for (const branch of newOf(root)) {
        sides[pointedTo.has(branch.id) ? 'right' : 'left'].children.push(branch);
    }
    // Level by level, so that each CI hangs on one that is nearest to the middle.
    for (let level = [...sides.left.children, ...sides.right.children]; level.length > 0; level = level.flatMap((branch) => branch.children)) {
        for (const branch of level) {
            branch.children = newOf(branch.id);
        }
    }
    for (const [side, sign] of [['left', -1], ['right', 1]] as const) {
        const laid = tree<Branch>().nodeSize([rowHeight, columnWidth])(hierarchy(sides[side]));
        laid.each((node) => {
            if (node.depth > 0) {
                places.set(node.data.id, { x: sign * node.y, y: node.x, depth: node.depth });
            }
        });
    }
    return places;
}

export interface Box {
    left: number;
    top: number;
    width: number;
    height: number;
}

export function boxOf(places: Iterable<Place>): Box {
    const all = [...places];
    const left = Math.min(...all.map(({ x }) => x)) - nodeWidth / 2;
    const top = Math.min(...all.map(({ y }) => y)) - nodeHeight / 2;
    return { left, top, width: Math.max(...all.map(({ x }) => x)) + nodeWidth / 2 - left, height: Math.max(...all.map(({ y }) => y)) + nodeHeight / 2 - top };
}

const readable = 0.55;
const margin = 32;

/** How the whole is seen in a window of this size; what would be too small to read is cut off around the middle instead. */
export function fitted(box: Box, width: number, height: number): Camera {
    const whole = Math.min(1, (width - 2 * margin) / box.width, (height - 2 * margin) / box.height);
    if (whole < readable) {
        return { x: width / 2, y: height / 2, k: readable };
    }
    return { k: whole, x: width / 2 - whole * (box.left + box.width / 2), y: height / 2 - whole * (box.top + box.height / 2) };
}

/** The line of a relation, from the side of one node to the side of the other, and where its words go. */
export function line(from: Place, to: Place): { path: string; x: number; y: number } {
    const half = nodeWidth / 2;
    const sameColumn = Math.abs(from.x - to.x) < nodeWidth;
    const away = sameColumn ? 1 : Math.sign(to.x - from.x);
    const start = { x: from.x + away * half, y: from.y };
    const end = { x: sameColumn ? to.x + half : to.x - away * half, y: to.y };
    const bend = sameColumn ? 46 : Math.max(30, Math.abs(end.x - start.x) / 2);
    const middle = sameColumn ? start.x + (bend * 3) / 4 : (start.x + end.x) / 2;
    const [first, second] = [start.x + away * bend, sameColumn ? end.x + bend : end.x - away * bend];
    return { path: `M${String(start.x)},${String(start.y)} C${String(first)},${String(start.y)} ${String(second)},${String(end.y)} ${String(end.x)},${String(end.y)}`, x: middle, y: (start.y + end.y) / 2 };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Whom an arrow key leads to: the nearest in that direction, where what is straight ahead counts as nearer. */
export function ahead(places: ReadonlyMap<string, Place>, from: string, key: string): string | undefined {
    const arrow = arrows[key];
    const here = places.get(from);
    if (arrow === undefined || here === undefined) {
        return undefined;
    }
    let best: { id: string; far: number } | undefined;
    for (const [id, place] of places) {
        const [dx, dy] = [place.x - here.x, place.y - here.y];
        const along = dx * arrow[0] + dy * arrow[1];
        const aside = Math.abs(dx * arrow[1]) + Math.abs(dy * arrow[0]);
        // Up and down stay in the column.
        if (along <= 0 || (arrow[0] === 0 && aside > nodeWidth / 2)) {
            continue;
        }
        const far = along + 2 * aside;
        if (best === undefined || far < best.far) {
            best = { id, far };
        }
    }
    return best?.id;
}
