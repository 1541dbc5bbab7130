import type { LiveMessage } from '@monozu/api-client';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../app/types';
import { belongs, emptyFeed, know, looked, newer, receive } from './feed';

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
    id,
    severity: 'high',
    title: 'New listening port',
    source: 'edge',
    device_id: 'd1',
    device_name: 'srv',
    rule: null,
    status: 'open',
    occurred_at: '2026-01-01T00:00:00Z',
    created_at: '2026-01-01T00:00:00Z',
    acknowledged_by_name: null,
    incident_id: null,
    version: 1,
    ...more,
});

const told = (data: Alert, type = 'alert'): LiveMessage<Alert> => ({ type, id: data.id, at: data.created_at, data });

describe('the feed of alerts', () => {
    it('tells of an alert once, however often the server repeats it', () => {
        const first = receive(emptyFeed, told(alert('01')));
        const again = receive(first.feed, told(alert('01')));
        expect([first.isNew, again.isNew]).toEqual([true, false]);
        expect(again.feed.waiting.map(({ id }) => id)).toEqual(['01']);
        expect(again.feed.unseen).toBe(1);
    });

    it('does not tell of what the list has read already', () => {
        const feed = know(emptyFeed, ['03', '01']);
        expect(receive(feed, told(alert('01'))).isNew).toBe(false);
        expect(feed.newest).toBe('03');
    });

    it('asks a reconnect from the newest, even when messages come out of order', () => {
        const feed = ['02', '05', '03'].reduce((held, id) => receive(held, told(alert(id))).feed, emptyFeed);
        expect(feed.newest).toBe('05');
        expect(feed.waiting.map(({ id }) => id)).toEqual(['03', '05', '02']);
    });

    it('forgets what waits once the list has it', () => {
        const feed = receive(receive(emptyFeed, told(alert('01'))).feed, told(alert('02'))).feed;
        expect(know(feed, ['01']).waiting.map(({ id }) => id)).toEqual(['02']);
    });

    it('changes what still waits, and never back to an older state', () => {
        const feed = receive(emptyFeed, told(alert('01'))).feed;
        const closed = receive(feed, told(alert('01', { status: 'closed', version: 3 }), 'alert_updated')).feed;
        expect(closed.waiting[0]?.status).toBe('closed');
        expect(receive(closed, told(alert('01', { status: 'acknowledged', version: 2 }), 'alert_updated')).feed.waiting[0]?.status).toBe('closed');
        expect(newer(alert('01', { version: 2 }), alert('02', { version: 9 })).id).toBe('01');
    });

    it('a change of an alert that was never shown is no news', () => {
        const received = receive(emptyFeed, told(alert('09', { version: 2 }), 'alert_updated'));
        expect(received.isNew).toBe(false);
        expect(received.feed.waiting).toEqual([]);
    });

    it('is quiet once it was looked at', () => {
        expect(looked(receive(emptyFeed, told(alert('01'))).feed).unseen).toBe(0);
    });

    it('remembers only so many', () => {
        let feed = emptyFeed;
        for (let index = 0; index < 5100; index += 1) {
            feed = receive(feed, told(alert(String(index).padStart(6, '0')))).feed;
        }
        expect(feed.seen.size).toBe(5000);
        expect(feed.waiting.length).toBe(500);
        expect(feed.unseen).toBe(5100);
    });

    it('puts an alert only on lists whose filters it passes', () => {
        expect(belongs(alert('01'), { status: 'open', severity: 'critical,high', sort: '-created_at' })).toBe(true);
        expect(belongs(alert('01'), { severity: 'critical' })).toBe(false);
        expect(belongs(alert('01', { device_id: null }), { device_id: 'd1' })).toBe(false);
    });
});
