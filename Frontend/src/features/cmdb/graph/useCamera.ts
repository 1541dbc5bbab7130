import { useCallback, useEffect, useRef } from 'react';
import { moved, pinched, wheelFactor, zoomed, type Camera, type Point } from './camera';

/** A press that moves no farther than this is a click. */
const clickReach = 4;

/**
 * Moves and scales the picture, `world`, inside its window, `frame`, with a mouse, a wheel or fingers, without drawing it anew. Libraries for this bring
 * animations and interpolation with them, and weigh more than the rest of the page.
 */
export function useCamera() {
    const frame = useRef<HTMLDivElement>(null);
    const world = useRef<HTMLDivElement>(null);
    const camera = useRef<Camera>({ x: 0, y: 0, k: 1 });
    const set = useCallback((next: Camera) => {
        camera.current = next;
        if (world.current !== null) {
            world.current.style.transform = `translate(${String(next.x)}px, ${String(next.y)}px) scale(${String(next.k)})`;
        }
    }, []);
    useEffect(() => {
        const element = frame.current;
        if (element === null) {
            return;
        }
        const fingers = new Map<number, Point>();
        let dragged = false;
        let from: Point = { x: 0, y: 0 };
        const place = (event: { clientX: number; clientY: number }): Point => {
            const { left, top } = element.getBoundingClientRect();
            return { x: event.clientX - left, y: event.clientY - top };
        };
        const wheel = (event: WheelEvent) => {
            event.preventDefault();
            set(zoomed(camera.current, place(event), wheelFactor(event)));
        };
        const down = (event: PointerEvent) => {
            if (event.button === 0) {
                fingers.set(event.pointerId, place(event));
                dragged = fingers.size > 1;
                from = place(event);
            }
        };
        const move = (event: PointerEvent) => {
            const before = fingers.get(event.pointerId);
            if (before === undefined) {
                return;
            }
            const now = place(event);
            if (!dragged && Math.hypot(now.x - from.x, now.y - from.y) < clickReach) {
                return;
            }
            if (!dragged) {
                dragged = true;
                element.setPointerCapture(event.pointerId);
            }
            const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
            set(other === undefined ? moved(camera.current, now.x - before.x, now.y - before.y) : pinched(camera.current, [before, other], [now, other]));
            fingers.set(event.pointerId, now);
        };
        const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
        // What ends a drag over a node is no click on the node.
        const click = (event: MouseEvent) => {
            if (dragged) {
                event.stopPropagation();
                dragged = false;
            }
        };
        element.addEventListener('wheel', wheel, { passive: false });
        element.addEventListener('pointerdown', down);
        element.addEventListener('pointermove', move);
        element.addEventListener('pointerup', up);
        element.addEventListener('pointercancel', up);
        element.addEventListener('click', click, true);
        return () => {
            element.removeEventListener('wheel', wheel);
            element.removeEventListener('pointerdown', down);
            element.removeEventListener('pointermove', move);
            element.removeEventListener('pointerup', up);
            element.removeEventListener('pointercancel', up);
            element.removeEventListener('click', click, true);
        };
    }, [set]);
    return { frame, world, camera, set };
}
