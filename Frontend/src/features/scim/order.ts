import { chosenRole, valueOfRole } from '../../app/roleValue';
import type { DirectoryGroup, Role } from '../../app/types';

/** A group and what is chosen for it; an empty text is no role. */
export interface Choice {
    id: string;
    name: string;
    members: number;
    role: string;
}

export const choicesOf = (groups: readonly DirectoryGroup[]): Choice[] =>
    groups.map((group) => ({ id: group.id, name: group.display_name, members: group.members, role: group.role === null ? '' : valueOfRole({ role: group.role, role_id: group.role_id }) }));

/** The group one place further up or down; the list as it is where there is no such place. */
export function moved(choices: readonly Choice[], id: string, by: -1 | 1): Choice[] {
    const from = choices.findIndex((choice) => choice.id === id);
    const other = choices[from + by];
    const out = [...choices];
    const own = out[from];
    if (own === undefined || other === undefined) {
        return out;
    }
    out[from] = other;
    out[from + by] = own;
    return out;
}

/** What the server is told: the groups with a role, the one that decides first. */
export const mappedOf = (choices: readonly Choice[]): { id: string; role: Role; role_id: string | null }[] =>
    choices.filter((choice) => choice.role !== '').map((choice) => ({ id: choice.id, ...chosenRole(choice.role) }));
