import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes';
import { assigneeQuery } from './query';
import { priorityOf } from './priority';

const t = ((key: string) => key) as unknown as TFunction;

describe('incidents', () => {
    it('have the priority of their impact and urgency', () => {
        expect(priorityOf('high', 'high')).toBe('critical');
        expect(priorityOf('high', 'medium')).toBe('high');
        expect(priorityOf('medium', 'medium')).toBe('medium');
        expect(priorityOf('high', 'low')).toBe('medium');
        expect(priorityOf('low', 'low')).toBe('low');
        expect(priorityOf('low', 'medium')).toBe('low');
    });

    it('are asked for by "me" and "none" in the address and by ids at the server', () => {
        expect(assigneeQuery({ status: 'open', assignee: 'me' }, 'u1')).toEqual({ status: 'open', assignee_id: 'u1' });
        expect(assigneeQuery({ assignee: 'none' }, 'u1')).toEqual({ unassigned: 'true' });
        expect(assigneeQuery({ assignee: 'u2' }, 'u1')).toEqual({ assignee_id: 'u2' });
        expect(assigneeQuery({ q: 'x' }, 'u1')).toEqual({ q: 'x' });
    });

    it('tell their changes in words, without ids', () => {
        expect(changesOf({ impact: { from: 'low', to: 'high' }, assignee_id: { from: null, to: 'u1' }, title: 'New', status: { from: 'open', to: null } }, t)).toEqual([
            { label: 'incidents.impact', from: 'incidents.level.low', to: 'incidents.level.high' },
            { label: 'incidents.title', from: null, to: 'New' },
            { label: 'incidents.statusLabel', from: 'incidents.status.open', to: '—' },
        ]);
        expect(changesOf(null, t)).toEqual([]);
    });
});
