import { describe, expect, it } from 'vitest';
import { draftOfAttribute, valuesOf } from './attribute';

describe('the draft of an attribute', () => {
    const draft = { ...draftOfAttribute(undefined), name: ' Height ', pattern: '[0-9]+', unit: 'U', choices: 'a\n\n b ', default_value: '4', is_unique: true };

    it('says only what its type knows', () => {
        expect(valuesOf({ ...draft, type: 'number' })).toMatchObject({ name: 'Height', unit: 'U', pattern: null, choices: [], default_value: 4, is_unique: true, element_type: null });
        expect(valuesOf({ ...draft, type: 'text' })).toMatchObject({ unit: null, pattern: '[0-9]+', default_value: '4' });
        expect(valuesOf({ ...draft, type: 'enumeration' })).toMatchObject({ choices: ['a', 'b'], is_unique: false, pattern: null });
        expect(valuesOf({ ...draft, type: 'reference', reference_class: 'person' })).toMatchObject({ reference_class: 'person', default_value: null });
    });

    it('reads a list from its line', () => {
        const list = valuesOf({ ...draft, type: 'list', element_type: 'ip', default_value: '10.0.0.1; 10.0.0.2' });
        expect(list).toMatchObject({ element_type: 'ip', default_value: ['10.0.0.1', '10.0.0.2'], is_unique: false, pattern: null });
    });
});
