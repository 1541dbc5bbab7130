import type { CloudSchemas } from '@monozu/api-client/cloud';
import { session } from '../api';

/** What a visit to the organisation's sign-in service is for: to come in, to try a connection out, or to prove once more who one is. */
export interface Way {
    purpose: 'sign-in' | 'test' | 'step-up';
    /** Where to go on afterwards. */
    next?: string | undefined;
}

const prefix = 'monozu-sso:';
const keptMs = 15 * 60_000;

type Kept = Way & { at: number };

function read(key: string): Kept | null {
    try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    } catch {
        return null;
    }
}

/** Kept by the state that comes back, because it may come back to another window. The state opens nothing: a cookie binds it to this browser. */
function remember(url: string, way: Way): string {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
        if ((read(key)?.at ?? 0) < Date.now() - keptMs) {
            localStorage.removeItem(key);
        }
    }
    const state = new URL(url).searchParams.get('state') ?? '';
    localStorage.setItem(prefix + state, JSON.stringify({ ...way, at: Date.now() } satisfies Kept));
    return state;
}

/** What for: to come in, where nobody knows any more. */
export function takeWay(state: string): Way {
    const way = read(prefix + state);
    localStorage.removeItem(prefix + state);
    return way ?? { purpose: 'sign-in' };
}

type Started = CloudSchemas['Started'];

/** Off to the organisation's sign-in service, to come in. */
export async function goSignIn(start: { email: string } | { connection_id: string }, next?: string): Promise<void> {
    const { url } = await session.ask<Started>('/api/v1/auth/sso/start', start);
    remember(url, { purpose: 'sign-in', next });
    location.assign(url);
}

/** Off to try a connection out. */
export async function goTest(connection: string): Promise<void> {
    const { url } = await session.ask<Started>(`/api/v1/sso/connections/${connection}/test`, {}, true);
    remember(url, { purpose: 'test' });
    location.assign(url);
}

const channelName = 'monozu-sso';

interface Told {
    state: string;
}

/** Sends `window`, opened by the click itself, to prove who this is; `onDone` is called when it has come back. Answers how to stop listening. */
export async function proveElsewhere(window: Window, onDone: () => void): Promise<() => void> {
    const { url } = await session.ask<Started>('/api/v1/auth/sso/step-up', {}, true);
    const state = remember(url, { purpose: 'step-up' });
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', (event) => {
        if ((event as MessageEvent<Told>).data.state === state) {
            channel.close();
            // The new token comes by a channel of its own: it is there in the next turn.
            setTimeout(onDone);
        }
    });
    window.location.href = url;
    return () => channel.close();
}

/** From that window: it is done. */
export function tellDone(state: string): void {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage({ state } satisfies Told);
    channel.close();
}
