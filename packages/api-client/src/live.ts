/** What every topic of the server sends. `id` can be asked for again as `?after=`. */
export interface LiveMessage<T> {
    type: string;
    id: string;
    at: string;
    data: T;
}

export type LiveState = 'connecting' | 'open' | 'waiting' | 'stopped';

export interface LiveOptions<T> {
    /** "wss://cloud.example/api/ws/security". */
    url: string;
    /** A good access token, and another one than `refused`, which the server no longer takes; throws when there is none to be had. */
    token: (refused?: string) => Promise<string>;
    /** The newest id already seen: the server replays from there. */
    after: () => string | null;
    onMessage: (message: LiveMessage<T>) => void;
    onState: (state: LiveState) => void;
    /** Replaced in tests. */
    open?: (url: string) => WebSocket;
    random?: () => number;
    /** Tells when the network is back, by an "online" event. */
    network?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** How the server closes what the token no longer opens: it ran out, or the session is over. */
const tokenRefused = 4401;
const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A connection that lasted this long was a good one: the next failure starts from the first delay again. */
const settledAfterMs = 10_000;

/** Wait before try number `failures`: doubled each time, bounded, and spread so that a restarted server is not met by all at once. */
export function reconnectDelay(failures: number, random: () => number = Math.random): number {
    const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
    return ceiling / 2 + (random() * ceiling) / 2;
}

/** One WebSocket topic that stays connected: reconnects with back-off, at once when the network returns, and asks for what it missed. */
export class LiveConnection<T> {
    readonly #options: LiveOptions<T>;
    readonly #network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
    #socket: WebSocket | null = null;
    #timer: ReturnType<typeof setTimeout> | null = null;
    #failures = 0;
    #refused: string | undefined;
    #stopped = false;
    /** Sockets and attempts of an earlier turn must not touch the state of the present one. */
    #turn = 0;

    constructor(options: LiveOptions<T>) {
        this.#options = options;
        this.#network = options.network ?? window;
    }

    start(): void {
        this.#network.addEventListener('online', this.retryNow);
        void this.#connect();
    }

    stop(): void {
        this.#stopped = true;
        this.#turn += 1;
        this.#network.removeEventListener('online', this.retryNow);
        this.#clearTimer();
        this.#socket?.close(1000);
        this.#socket = null;
        this.#options.onState('stopped');
    }

    /** Does not wait for the back-off. Nothing happens while a connection is open or being made. */
    retryNow = (): void => {
        if (this.#timer !== null) {
            this.#clearTimer();
            void this.#connect();
        }
    };

    async #connect(): Promise<void> {
        const turn = ++this.#turn;
        this.#options.onState('connecting');
        let token: string;
        try {
            token = await this.#options.token(this.#refused);
        } catch {
            this.#later(turn);
            return;
        }
        if (turn !== this.#turn) {
            return;
        }
        const query = new URLSearchParams({ token });
        const after = this.#options.after();
        if (after !== null) {
            query.set('after', after);
        }
        const open = this.#options.open ?? ((url) => new WebSocket(url));
        const socket = open(`${this.#options.url}?${query.toString()}`);
        this.#socket = socket;
        let openedAt: number | null = null;
        socket.addEventListener('open', () => {
            openedAt = Date.now();
            if (turn === this.#turn) {
                this.#options.onState('open');
            }
        });
        socket.addEventListener('message', (event: MessageEvent<unknown>) => {
            const message = parse<T>(event.data);
            if (turn === this.#turn && message !== null) {
                this.#options.onMessage(message);
            }
        });
        socket.addEventListener('close', (event: CloseEvent) => {
            this.#refused = event.code === tokenRefused ? token : undefined;
            if (openedAt !== null && Date.now() - openedAt > settledAfterMs) {
                this.#failures = 0;
            }
            this.#later(turn);
        });
    }

    #later(turn: number): void {
        if (this.#stopped || turn !== this.#turn) {
            return;
        }
        this.#socket = null;
        this.#options.onState('waiting');
        const delay = reconnectDelay(this.#failures, this.#options.random);
        this.#failures += 1;
        this.#timer = setTimeout(() => {
            this.#timer = null;
            void this.#connect();
        }, delay);
    }

    #clearTimer(): void {
        if (this.#timer !== null) {
            clearTimeout(this.#timer);
            this.#timer = null;
        }
    }
}

function parse<T>(data: unknown): LiveMessage<T> | null {
    if (typeof data !== 'string') {
        return null;
    }
    try {
        const value = JSON.parse(data) as Partial<LiveMessage<T>> | null;
        return typeof value?.type === 'string' && typeof value.id === 'string' ? (value as LiveMessage<T>) : null;
    } catch {
        return null;
    }
}
