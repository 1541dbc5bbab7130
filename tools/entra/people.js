import { createHash } from 'node:crypto';

// One for each way that an application treats people; a file of one's own replaces them.
export const DEFAULT_PEOPLE = [
    { username: 'owner@alder.example', name: 'Owner', roles: ['Monozu.Owner'] },
    { username: 'analyst@alder.example', name: 'Analyst', roles: ['Monozu.Agent'] },
    { username: 'reader@alder.example', name: 'Reader', groups: ['Monozu readers'] },
    { username: 'nobody@alder.example', name: 'Without a role' },
    { username: 'many@alder.example', name: 'In too many groups', overage: true },
];

// Everybody gets what was left out: an oid that stays the same for a username in an organisation, and an address like the username.
export function completePeople(people, tenant) {
    return people.map((person) => ({
        oid: uuidOf(`${tenant} ${person.username}`),
        email: person.username,
        roles: [],
        groups: [],
        overage: false,
        ...person,
        name: person.name ?? person.username,
    }));
}

// Entra's groups are GUIDs; a group that is named by anything else gets one that stays the same.
export function groupIds(groups) {
    return groups.map((group) => (/^[0-9a-f-]{36}$/.test(group) ? group : uuidOf(group)));
}

function uuidOf(text) {
    const digits = createHash('sha256').update(text).digest('hex');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
