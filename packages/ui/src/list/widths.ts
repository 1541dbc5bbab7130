import { useEffect, useState, type PointerEvent } from 'react';
import { isRecord, recall, remember } from '../store';
import type { Column } from './ListTable';

const least = 56;
const most = 900;

type Kept = Record<string, number>;

function isWidths(value: unknown): value is Kept {
    return isRecord(value) && Object.values(value).every((width) => typeof width === 'number');
}

export interface Widths {
    /** In pixels, of those columns that somebody gave another width. */
    widths: Kept;
    /** What happens when the edge of that column is taken hold of. */
    resize: (column: Pick<Column<never>, 'id'>) => (event: PointerEvent<HTMLElement>) => void;
    reset: (id: string) => void;
}

/** How wide the reader made the columns of a list; this browser remembers it. */
export function useWidths(name: string): Widths {
    const [widths, setWidths] = useState<Kept>(() => recall(`widths.${name}`, isWidths) ?? {});
    useEffect(() => remember(`widths.${name}`, widths), [name, widths]);
    const resize = ({ id }: Pick<Column<never>, 'id'>) => (event: PointerEvent<HTMLElement>) => {
        const edge = event.currentTarget;
        const begun = event.clientX - (edge.parentElement?.offsetWidth ?? least);
        event.preventDefault();
        edge.setPointerCapture(event.pointerId);
        const move = (moved: globalThis.PointerEvent) => {
            const width = Math.round(Math.min(most, Math.max(least, moved.clientX - begun)));
            setWidths((known) => ({ ...known, [id]: width }));
        };
        const stop = () => {
            edge.removeEventListener('pointermove', move);
            edge.removeEventListener('pointerup', stop);
            edge.removeEventListener('pointercancel', stop);
        };
        edge.addEventListener('pointermove', move);
        edge.addEventListener('pointerup', stop);
        edge.addEventListener('pointercancel', stop);
    };
    const reset = (id: string) => setWidths((known) => Object.fromEntries(Object.entries(known).filter(([other]) => other !== id)));
    return { widths, resize, reset };
}
