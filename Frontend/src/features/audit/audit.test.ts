import { describe, expect, it, vi } from 'vitest';
import { administration as en } from '../../locales/en/administration';
import { noted, summary } from './changes';
import { operations, phrase, targetHref } from './operations';

// The components want a document; an address needs only this of them.
vi.mock('@monozu/ui', () => ({ stringifySearch: () => '' }));

const t = ((key: string, values?: Record<string, string>) => `${key}${values?.list === undefined ? '' : `(${values.list})`}`) as unknown as Parameters<typeof phrase>[1];

describe('what an entry says', () => {
    it('has words for each known operation', () => {
        expect([...operations].sort()).toEqual(Object.keys(en.audit.says).sort());
    });

    it('names exports and what it does not know', () => {
        expect(phrase('user_update', t)).toBe('audit.says.user_update');
        expect(phrase('incident_list.export', t)).toBe('audit.export(incident list)');
        expect(phrase('something_new', t)).toBe('something new');
    });

    it('leads to the page of what was acted on', () => {
        expect(targetHref({ operation: 'incident_close', target_id: '1' })).toBe('/incidents/1');
        expect(targetHref({ operation: 'alert_webhook_revoke', target_id: '1' })).toBe('/settings/alert-webhooks');
        expect(targetHref({ operation: 'alert_close', target_id: '1' })).toBe('/alerts/1');
        expect(targetHref({ operation: 'auth_login', target_id: '1' })).toBeNull();
        expect(targetHref({ operation: 'incident_close', target_id: null })).toBeNull();
    });
});

describe('what was changed', () => {
    it('is told field by field, before and after', () => {
        expect(noted({ before: { title: 'a', assignee_id: null }, after: { title: 'b', assignee_id: 'x' } })).toEqual({
            kind: 'changed',
            fields: [
                { field: 'title', before: 'a', after: 'b' },
                { field: 'assignee_id', before: '—', after: 'x' },
            ],
        });
        expect(summary({ before: { active: true }, after: { active: false } })).toBe('active: true → false');
    });

    it('is what the request said where nothing more is known', () => {
        expect(summary({ reason: 'permission', repeated: 3 })).toBe('reason: permission, repeated: 3');
        expect(summary(null)).toBe('—');
        expect(summary({})).toBe('—');
    });
});

// What the server prints of its routes: path, method, permission, step-up, operation.
const routes = Object.values(import.meta.glob<string>('../../../../Backend/routes.tsv', { query: '?raw', import: 'default', eager: true }))[0] ?? '';
// They are asked for with POST, and change nothing.
const asking = new Set(['ci_bulk_preview', 'auth_enrolment', 'auth_passkey_challenge', 'factor_offer', 'invitation_get']);

describe('what is done', () => {
    it('has a phrase for every operation that writes', () => {
        const rows = routes.trim().split('\n').slice(1).map((line) => line.split('\t'));
        const writing = rows.filter(([, method]) => method !== 'GET').map(([, , , , operation = '']) => operation);
        expect(writing.length).toBeGreaterThan(30);
        const known: readonly string[] = operations;
        expect(writing.filter((each) => !known.includes(each) && !asking.has(each))).toEqual([]);
    });
});
