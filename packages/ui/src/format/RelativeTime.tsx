import { useSyncExternalStore } from 'react';
import { useFormat } from './useFormat';

const tickMs = 15_000;
let present = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
    if (listeners.size === 0) {
        present = Date.now();
    }
    listeners.add(listener);
    timer ??= setInterval(() => {
        present = Date.now();
        listeners.forEach((notify) => notify());
    }, tickMs);
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer !== null) {
            clearInterval(timer);
            timer = null;
        }
    };
}

/** The present, to within a tick that the whole page shares. */
export function useNow(): number {
    return useSyncExternalStore(subscribe, () => present);
}

/** "3 min. ago", the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
    const format = useFormat();
    const now = useNow();
    const moment = Date.parse(at);
    // What has just happened may be younger than the last tick; it is not in the future.
    const reference = moment > now && moment - now < tickMs ? moment : now;
    return (
        <time dateTime={at} title={format.dateTime(at)}>
            {format.relative(at, reference)}
        </time>
    );
}
