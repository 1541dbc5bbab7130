import type { LiveMessage } from '@monozu/api-client';
import type { Alert } from '../../app/types';

/** What has come in over the WebSocket and is not yet on the page. Plain data and plain functions: no clock, no network. */
export interface Feed {
    /** Ids already told of: the server repeats some seconds after a reconnect. The oldest are forgotten. */
    seen: ReadonlySet<string>;
    /** The newest id, which a reconnect asks from. UUIDv7 sort by their time. */
    newest: string | null;
    /** New alerts that wait behind "3 new", the newest first. */
    waiting: readonly Alert[];
    /** How many came in since the alerts were last looked at. */
    unseen: number;
}

export const emptyFeed: Feed = { seen: new Set(), newest: null, waiting: [], unseen: 0 };

const mostSeen = 5000;
const mostWaiting = 500;

export interface Received {
    feed: Feed;
    /** The alert is news, rather than a repetition or a change of state. */
    isNew: boolean;
}

export function receive(feed: Feed, message: LiveMessage<Alert>): Received {
    const alert = message.data;
    if (message.type !== 'alert' || feed.seen.has(alert.id)) {
        // A change of state also concerns what still waits, and a repetition may be younger than what is held.
        return { feed: { ...feed, waiting: feed.waiting.map((held) => newer(held, alert)) }, isNew: false };
    }
    const seen = new Set(feed.seen);
    seen.add(alert.id);
    for (const id of seen) {
        if (seen.size <= mostSeen) {
            break;
        }
        seen.delete(id);
    }
    return {
        feed: {
            seen,
            newest: later(feed.newest, alert.id),
            waiting: [alert, ...feed.waiting].slice(0, mostWaiting),
            unseen: feed.unseen + 1,
        },
        isNew: true,
    };
}

/** What a list has read is known: it need not be told of again, and a reconnect asks from there. */
export function know(feed: Feed, ids: readonly string[]): Feed {
    const known = new Set(ids);
    if (ids.every((id) => feed.seen.has(id)) && !feed.waiting.some((alert) => known.has(alert.id))) {
        return feed;
    }
    return {
        ...feed,
        seen: new Set([...feed.seen, ...ids]),
        newest: ids.reduce<string | null>(later, feed.newest),
        waiting: feed.waiting.filter((alert) => !known.has(alert.id)),
    };
}

export function looked(feed: Feed): Feed {
    return feed.unseen === 0 ? feed : { ...feed, unseen: 0 };
}

/** The row as it is now: versions only grow, so that a late message does not bring an old state back. */
export function newer(held: Alert, told: Alert): Alert {
    return held.id === told.id && told.version > held.version ? { ...held, ...told } : held;
}

/** Whether an alert belongs on a list with these filters. */
export function belongs(alert: Alert, query: Record<string, string>): boolean {
    const allows = (wanted: string | undefined, value: string | null) => wanted === undefined || (value !== null && wanted.split(',').includes(value));
    return allows(query.severity, alert.severity) && allows(query.status, alert.status) && allows(query.device_id, alert.device_id);
}

function later(a: string | null, b: string): string {
    return a === null || b > a ? b : a;
}
