import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection, reconnectDelay, type LiveMessage, type LiveState } from './live';

class FakeSocket extends EventTarget {
    closed = false;
    constructor(readonly url: string) {
        super();
    }
    close() {
        this.closed = true;
    }
    open() {
        this.dispatchEvent(new Event('open'));
    }
    say(data: unknown) {
        this.dispatchEvent(new MessageEvent('message', { data }));
    }
    drop(code = 1006) {
        this.dispatchEvent(Object.assign(new Event('close'), { code }));
    }
}

function connect(after: () => string | null = () => null, token: (refused?: string) => Promise<string> = () => Promise.resolve('tok')) {
    const network = new EventTarget();
    const sockets: FakeSocket[] = [];
    const states: LiveState[] = [];
    const messages: LiveMessage<number>[] = [];
    const connection = new LiveConnection<number>({
        url: 'ws://api/topic',
        token,
        after,
        onMessage: (message) => messages.push(message),
        onState: (state) => states.push(state),
        open: (url) => {
            const socket = new FakeSocket(url);
            sockets.push(socket);
            return socket as unknown as WebSocket;
        },
        random: () => 1,
        network,
    });
    return { connection, network, sockets, states, messages };
}

const turn = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a live connection', () => {
    it('asks for another token when the server says that this one is over', async () => {
        const asked: (string | undefined)[] = [];
        const { connection, sockets } = connect(undefined, (refused) => {
            asked.push(refused);
            return Promise.resolve(`tok${String(asked.length)}`);
        });
        connection.start();
        await turn();
        sockets[0]?.drop(4401);
        await vi.advanceTimersByTimeAsync(500);
        expect(sockets[1]?.url).toBe('ws://api/topic?token=tok2');
        sockets[1]?.drop(1006);
        await vi.advanceTimersByTimeAsync(1000);
        expect(asked).toEqual([undefined, 'tok1', undefined]);
        connection.stop();
    });

    it('asks for what came after the newest it knows', async () => {
        let newest: string | null = null;
        const { connection, sockets } = connect(() => newest);
        connection.start();
        await turn();
        expect(sockets[0]?.url).toBe('ws://api/topic?token=tok');
        newest = '0190';
        sockets[0]?.drop();
        await vi.advanceTimersByTimeAsync(500);
        expect(sockets[1]?.url).toBe('ws://api/topic?token=tok&after=0190');
        connection.stop();
    });

    it('waits longer after each failure, and starts afresh after a good connection', async () => {
        const { connection, sockets } = connect();
        connection.start();
        await turn();
        for (const wait of [500, 1000, 2000]) {
            sockets.at(-1)?.drop();
            const before = sockets.length;
            await vi.advanceTimersByTimeAsync(wait - 1);
            expect(sockets.length).toBe(before);
            await vi.advanceTimersByTimeAsync(1);
            expect(sockets.length).toBe(before + 1);
        }
        sockets.at(-1)?.open();
        await vi.advanceTimersByTimeAsync(11_000);
        sockets.at(-1)?.drop();
        await vi.advanceTimersByTimeAsync(500);
        expect(sockets.length).toBe(5);
        connection.stop();
    });

    it('is bounded in its waiting and never waits for nothing', () => {
        expect(reconnectDelay(30, () => 1)).toBe(30_000);
        expect(reconnectDelay(0, () => 0)).toBe(250);
    });

    it('does not listen to a socket it has left', async () => {
        const { connection, sockets, messages, states } = connect();
        connection.start();
        await turn();
        sockets[0]?.open();
        connection.stop();
        sockets[0]?.say('{"type":"alert","id":"1","at":"","data":1}');
        sockets[0]?.drop();
        await vi.advanceTimersByTimeAsync(60_000);
        expect(messages).toEqual([]);
        expect(sockets.length).toBe(1);
        expect(states.at(-1)).toBe('stopped');
    });

    it('passes on what is a message and nothing else', async () => {
        const { connection, sockets, messages } = connect();
        connection.start();
        await turn();
        sockets[0]?.say('not json');
        sockets[0]?.say('null');
        sockets[0]?.say('{"type":"alert","id":"1","at":"t","data":7}');
        expect(messages).toEqual([{ type: 'alert', id: '1', at: 't', data: 7 }]);
        connection.stop();
    });

    it('tries again when there was no token to be had', async () => {
        let tries = 0;
        const { connection, sockets } = connect(undefined, () => (++tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve('tok')));
        connection.start();
        await turn();
        expect(sockets.length).toBe(0);
        await vi.advanceTimersByTimeAsync(500);
        expect(sockets.length).toBe(1);
        connection.stop();
    });

    it('does not wait when the network has returned', async () => {
        const { connection, network, sockets } = connect();
        connection.start();
        await turn();
        sockets[0]?.drop();
        network.dispatchEvent(new Event('online'));
        await turn();
        expect(sockets.length).toBe(2);
        network.dispatchEvent(new Event('online'));
        await turn();
        expect(sockets.length).toBe(2);
        connection.stop();
    });
});
