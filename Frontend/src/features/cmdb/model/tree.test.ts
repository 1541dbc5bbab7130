import { describe, expect, it } from 'vitest';
import type { CiClass, CiModel } from './types';
import { ancestry, arranged, identifiersOf, moved, orderOf } from './tree';

const one = (key: string, parent_key: string): CiClass => ({ key, parent_key, name: key, description: '', icon: 'box', abstract: false, built_in: true, version: 1 });
const model: CiModel = {
    version: 0,
    classes: [one('ci', ''), one('printer', 'hardware'), one('hardware', 'ci'), one('location', 'ci')],
    attributes: [],
    relation_types: [],
    transitions: [],
    rules: [
        { class_key: 'ci', identifiers: [], precedence: { '*': ['manual', 'api'] }, built_in: true, version: 1 },
        { class_key: 'hardware', identifiers: [['serial_number']], precedence: { model: ['appliance'] }, built_in: true, version: 1 },
    ],
};

describe('the model as a tree', () => {
    it('lists each class before those below it', () => {
        expect(arranged(model.classes).map(({ one: { key }, depth }) => `${String(depth)} ${key}`)).toEqual(['0 ci', '1 hardware', '2 printer', '1 location']);
        expect(ancestry(model, 'printer').map(({ key }) => key)).toEqual(['printer', 'hardware', 'ci']);
    });

    it('knows from where a class has its rules', () => {
        expect(identifiersOf(model, 'printer')).toEqual({ from: model.classes[2], identifiers: [['serial_number']] });
        expect(identifiersOf(model, 'location').from).toBeUndefined();
        expect(orderOf(model, 'printer', {}, 'model')).toEqual(['appliance']);
        expect(orderOf(model, 'printer', {}, 'owner')).toEqual(['manual', 'api']);
        expect(orderOf(model, 'printer', { '*': ['api'] }, 'owner')).toEqual(['api']);
        expect(orderOf(model, 'printer', { '*': ['api'] }, 'model')).toEqual(['appliance']);
    });

    it('moves one of a list, and nothing past its ends', () => {
        expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
        expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
        expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    });
});
