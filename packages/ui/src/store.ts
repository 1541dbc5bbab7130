/** What this browser remembers for its reader. Storage may be full, blocked or hold what an older version wrote: then it is as if empty. */
export function remember(key: string, value: unknown, storage: Storage = localStorage): void {
    try {
        storage.setItem(`mz.${key}`, JSON.stringify(value));
    } catch {
        // A preference that is not kept is no reason to stop.
    }
}

export function recall<T>(key: string, isValid: (value: unknown) => value is T, storage: Storage = localStorage): T | null {
    try {
        const value: unknown = JSON.parse(storage.getItem(`mz.${key}`) ?? 'null');
        return isValid(value) ? value : null;
    } catch {
        return null;
    }
}

export function forget(key: string, storage: Storage = localStorage): void {
    try {
        storage.removeItem(`mz.${key}`);
    } catch {
        // As above.
    }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
    return typeof value === 'string';
}

/** A copy with some of its members left out. */
export function without<V>(record: Readonly<Record<string, V>>, ...keys: readonly string[]): Record<string, V> {
    return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
