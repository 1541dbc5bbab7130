/** The ids a list last showed, in its order: a detail page finds its neighbours here. Kept for this visit only. */
const trails = new Map<string, { ids: readonly string[]; href: string }>();

export function leaveTrail(list: string, ids: readonly string[], href: string): void {
    trails.set(list, { ids, href });
}

export interface Neighbours {
    previous: string | null;
    next: string | null;
    /** One-based; null when the page was not reached from the list. */
    position: number | null;
    total: number;
    /** The list as it was, filters and all. */
    href: string | null;
}

export function neighbours(list: string, id: string): Neighbours {
    const trail = trails.get(list);
    const index = trail?.ids.indexOf(id) ?? -1;
    if (trail === undefined || index === -1) {
        return { previous: null, next: null, position: null, total: 0, href: trail?.href ?? null };
    }
    return { previous: trail.ids[index - 1] ?? null, next: trail.ids[index + 1] ?? null, position: index + 1, total: trail.ids.length, href: trail.href };
}
