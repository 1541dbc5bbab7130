import type { Role } from './types';

const custom = 'custom:';

/** One text for a choice in a form: a built-in role's name, or which custom role it is. */
export const valueOfRole = (given: { role: Role; role_id: string | null }): string => (given.role_id === null ? given.role : custom + given.role_id);

/** What the server is told for such a text. */
export function chosenRole(value: string): { role: Role; role_id: string | null } {
    return value.startsWith(custom) ? { role: 'custom', role_id: value.slice(custom.length) } : { role: value as Role, role_id: null };
}

/** A list's query with the role that was chosen in that filter, as the server asks for it. */
export function askedRole({ role, ...query }: Record<string, string>): Record<string, string> {
    if (role === undefined) {
        return query;
    }
    const chosen = chosenRole(role);
    return { ...query, role: chosen.role, ...(chosen.role_id === null ? {} : { role_id: chosen.role_id }) };
}
