import { describe, expect, it } from 'vitest';
import type { Provenance } from '../types';
import { byAttribute } from './provenance';

const word = (more: Partial<Provenance>): Provenance => ({ attribute: 'vendor', value: 'Acme', source_id: 's', source_kind: 'appliance', source_name: 'S', seen_at: '2026-01-01T00:00:00Z', stale: false, wins: false, ...more });

describe('who says what', () => {
    it('has the winner first, then the latest', () => {
        const words = byAttribute([word({ source_id: 'old' }), word({ source_id: 'new', seen_at: '2026-02-01T00:00:00Z' }), word({ source_id: 'w', wins: true })]).get('vendor');
        expect(words?.words.map(({ source_id: id }) => id)).toEqual(['w', 'new', 'old']);
        expect(words?.winner?.source_id).toBe('w');
        expect(words?.disputed).toBe(false);
    });

    it('is disputed where another source says something else, also that there is nothing', () => {
        expect(byAttribute([word({ wins: true }), word({ source_id: 'b', value: 'Other' })]).get('vendor')?.disputed).toBe(true);
        expect(byAttribute([word({ wins: true }), word({ source_id: 'b', value: null })]).get('vendor')?.disputed).toBe(true);
        expect(byAttribute([word({ wins: true, value: ['a', 'b'] }), word({ source_id: 'b', value: ['a', 'b'] })]).get('vendor')?.disputed).toBe(false);
    });

    it('knows what people said, also where it does not win', () => {
        expect(byAttribute([word({ wins: true }), word({ source_id: 'm', source_kind: 'manual' })]).get('vendor')?.byHand).toBe(true);
        expect(byAttribute([word({ wins: true })]).get('vendor')?.byHand).toBe(false);
    });

    it('keeps attributes apart', () => {
        const said = byAttribute([word({ wins: true }), word({ attribute: 'model', wins: true, value: 'X' })]);
        expect([...said.keys()]).toEqual(['vendor', 'model']);
        expect(said.get('model')?.words).toHaveLength(1);
    });
});
