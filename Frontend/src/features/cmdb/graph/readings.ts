import type { Direction, RelationType } from './types';

export interface Reading {
    id: string;
    type: RelationType;
    direction: Direction;
    /** What the other end must be. */
    otherClass: string;
}

/** The ways in which a CI may be related to another one, those that it begins first. `isA` tells whether its class is that or below. */
export function readingsFor(types: readonly RelationType[], isA: (ancestor: string) => boolean): Reading[] {
    const outgoing = types.filter((type) => isA(type.from_class)).map((type): Reading => ({ id: `${type.key} outgoing`, type, direction: 'outgoing', otherClass: type.to_class }));
    const incoming = types.filter((type) => isA(type.to_class)).map((type): Reading => ({ id: `${type.key} incoming`, type, direction: 'incoming', otherClass: type.from_class }));
    return [...outgoing, ...incoming];
}
