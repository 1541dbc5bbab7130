/** What the window shows: a point of the picture is seen at x + k * its own x. */
export interface Camera {
    x: number;
    y: number;
    k: number;
}

export interface Point {
    x: number;
    y: number;
}

export const scales = { least: 0.15, most: 2 } as const;

const bounded = (k: number) => Math.min(Math.max(k, scales.least), scales.most);

export const moved = (camera: Camera, dx: number, dy: number): Camera => ({ ...camera, x: camera.x + dx, y: camera.y + dy });

/** Larger or smaller, while what is under the point stays there. */
export function zoomed(camera: Camera, at: Point, factor: number): Camera {
    const k = bounded(camera.k * factor);
    const grown = k / camera.k;
    return { k, x: at.x - (at.x - camera.x) * grown, y: at.y - (at.y - camera.y) * grown };
}

/** Two fingers move what lies under them along, and stretch it by as much as they part. */
export function pinched(camera: Camera, before: readonly [Point, Point], after: readonly [Point, Point]): Camera {
    const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    const apart = ([a, b]: readonly [Point, Point]) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const [from, to] = [middle(before), middle(after)];
    return moved(zoomed(camera, from, apart(after) / apart(before)), to.x - from.x, to.y - from.y);
}

export const seenAt = (camera: Camera, point: Point): Point => ({ x: camera.x + camera.k * point.x, y: camera.y + camera.k * point.y });

export const centredOn = (camera: Camera, point: Point, width: number, height: number): Camera => ({ ...camera, x: width / 2 - camera.k * point.x, y: height / 2 - camera.k * point.y });

const line = 16;
const speed = 0.0018;
/** A turn of the wheel as a factor; browsers count it in pixels, lines or pages. */
export const wheelFactor = (event: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>) => Math.exp(-event.deltaY * (event.deltaMode === 0 ? 1 : line) * speed * (event.ctrlKey ? 5 : 1));
