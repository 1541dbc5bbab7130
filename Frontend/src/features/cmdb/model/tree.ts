import type { Attribute, CiClass, CiModel, Rules, SourceKind } from './types';

/** A class and how far below the root it stands. */
export interface Placed {
    one: CiClass;
    depth: number;
}

/** All classes, each followed by those below it. */
export function arranged(classes: readonly CiClass[], parent = '', depth = 0): Placed[] {
    return classes.filter((one) => one.parent_key === parent).flatMap((one) => [{ one, depth }, ...arranged(classes, one.key, depth + 1)]);
}

/** From the class itself up to the root. */
export function ancestry(model: CiModel, key: string): CiClass[] {
    const found = model.classes.find((one) => one.key === key);
    return found === undefined ? [] : [found, ...ancestry(model, found.parent_key)];
}

export const attributesOf = (model: CiModel, key: string): Attribute[] =>
    ancestry(model, key)
        .reverse()
        .flatMap((one) => model.attributes.filter((attribute) => attribute.class_key === one.key));

/** Where a class's identifiers come from, and what they are. */
export function identifiersOf(model: CiModel, key: string): { from: CiClass | undefined; identifiers: readonly (readonly string[])[] } {
    for (const from of ancestry(model, key)) {
        const rules = model.rules.find((one) => one.class_key === from.key);
        if (rules !== undefined && rules.identifiers.length > 0) {
            return { from, identifiers: rules.identifiers };
        }
    }
    return { from: undefined, identifiers: [] };
}

export type Precedence = Readonly<Record<string, readonly SourceKind[]>>;

/** Whom to believe about an attribute, given what the class itself says: what the nearest class says of it, else of all others. */
export function orderOf(model: CiModel, key: string, own: Precedence, attribute: string): readonly SourceKind[] {
    for (const wanted of [attribute, '*']) {
        for (const one of ancestry(model, key)) {
            const said = one.key === key ? own : (model.rules.find((rules) => rules.class_key === one.key)?.precedence ?? {});
            if (said[wanted] !== undefined) {
                return said[wanted];
            }
        }
    }
    return [];
}

export const rulesOf = (model: CiModel, key: string): Rules | undefined => model.rules.find((one) => one.class_key === key);

/** One of a list, a place further up or down. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
    const out = [...list];
    const [one, other] = [out[from], out[from + by]];
    if (one !== undefined && other !== undefined) {
        out[from] = other;
        out[from + by] = one;
    }
    return out;
}
