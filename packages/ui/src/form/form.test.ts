import { ApiProblem } from '@monozu/api-client';
import { describe, expect, it } from 'vitest';
import { dropDraft, readDraft, writeDraft } from './draft';
import { fieldOf, sortErrors } from './fields';

function memory(): Storage {
    const held = new Map<string, string>();
    return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value), removeItem: (key: string) => void held.delete(key) } as unknown as Storage;
}

describe('the errors of a form', () => {
    it('find their fields by JSON pointer', () => {
        expect(fieldOf('/title')).toBe('title');
        expect(fieldOf('#/disks/0/mount~1point')).toBe('disks.0.mount/point');
    });

    it('that belong to no field are shown on top', () => {
        const problem = new ApiProblem(400, {
            errors: [
                { pointer: '/title', detail: 'is empty' },
                { pointer: '/tenant', detail: 'is not allowed' },
                { pointer: '', detail: 'is too large' },
            ],
        });
        expect(sortErrors(problem, ['title'])).toEqual({ fields: [{ field: 'title', detail: 'is empty' }], others: ['tenant: is not allowed', 'is too large'] });
    });
});

describe('a draft', () => {
    it('is there again after a reload, until it is dropped', () => {
        const storage = memory();
        writeDraft('incident', { title: 'Drukarka' }, storage);
        expect(readDraft('incident', storage)).toEqual({ title: 'Drukarka' });
        dropDraft('incident', storage);
        expect(readDraft('incident', storage)).toBeNull();
    });

    it('is none where storage fails or holds something else', () => {
        const broken = { getItem: () => '[1', setItem: () => { throw new Error('full'); } } as unknown as Storage;
        writeDraft('x', { a: 1 }, broken);
        expect(readDraft('x', broken)).toBeNull();
    });
});
