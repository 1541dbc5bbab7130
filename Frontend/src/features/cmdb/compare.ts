import type { Ci, Value } from './types';
import type { Catalogue } from './useCatalogue';
import { isSame } from './values';

export interface Line {
    /** "class_key", "name", "status", or an attribute. */
    key: string;
    a: Value | undefined;
    b: Value | undefined;
    same: boolean;
}

type Compared = Pick<Ci, 'class_key' | 'name' | 'status' | 'attributes'>;

/** Two CIs, or one at two times, line by line: what differs first, each part in the order of the model. */
export function compare(a: Compared, b: Compared, catalogue: Pick<Catalogue, 'attributesOf'>): Line[] {
    const known = [...catalogue.attributesOf(a.class_key), ...catalogue.attributesOf(b.class_key)].map(({ key }) => key);
    const keys = [...new Set([...known, ...Object.keys(a.attributes), ...Object.keys(b.attributes)])].filter((key) => key !== 'name' && key !== 'status');
    const line = (key: string, left: Value | undefined, right: Value | undefined): Line => ({ key, a: left, b: right, same: isSame(left, right) });
    const lines = [
        line('name', a.name, b.name),
        line('class_key', a.class_key, b.class_key),
        line('status', a.status, b.status),
        ...keys.map((key) => line(key, a.attributes[key], b.attributes[key])).filter((one) => (one.a ?? null) !== null || (one.b ?? null) !== null),
    ];
    return [...lines.filter(({ same }) => !same), ...lines.filter(({ same }) => same)];
}
