import type { RoleView } from '../../app/types';

/** What was ticked or unticked and not yet saved: for each role's id, all the rights that it shall have. */
export type Draft = ReadonlyMap<string, readonly string[]>;

export const keyOf = (role: Pick<RoleView, 'id' | 'role'>): string => role.id ?? role.role;

export const rightsOf = (role: RoleView, draft: Draft): readonly string[] => draft.get(keyOf(role)) ?? role.permissions;

const sameRights = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((right) => b.includes(right));

/** Ticks or unticks one right. A role that is back where it was is no longer in the draft. */
export function toggled(draft: Draft, role: RoleView, right: string): Draft {
    const before = rightsOf(role, draft);
    const after = before.includes(right) ? before.filter((other) => other !== right) : [...before, right];
    const next = new Map(draft);
    if (sameRights(after, role.permissions)) {
        next.delete(keyOf(role));
    } else {
        next.set(keyOf(role), after);
    }
    return next;
}

/** How many boxes differ from what the server knows. */
export function changes(draft: Draft, roles: readonly RoleView[]): number {
    return roles.reduce((sum, role) => {
        const wanted = draft.get(keyOf(role));
        if (wanted === undefined) {
            return sum;
        }
        return sum + wanted.filter((right) => !role.permissions.includes(right)).length + role.permissions.filter((right) => !wanted.includes(right)).length;
    }, 0);
}

/** What the server has changed meanwhile counts; what it no longer knows, or has by now, leaves the draft. */
export function rebased(draft: Draft, roles: readonly RoleView[]): Draft {
    const kept = [...draft].filter(([key, wanted]) => roles.some((role) => keyOf(role) === key && !sameRights(role.permissions, wanted)));
    return kept.length === draft.size ? draft : new Map(kept);
}
