import { ApiProblem } from './problem';

/** What the server answers to login, refresh and switch. */
export interface Grant {
    access_token: string;
    token_type: string;
    /** Seconds. */
    expires_in: number;
    tenant_id?: string;
}

export interface Credentials {
    email: string;
    password: string;
    tenant_id?: string;
}

export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

/** What a session needs from the browser; tests pass their own. */
export interface SessionPorts {
    fetch: (url: string, init: RequestInit) => Promise<Response>;
    /** Runs `work` while no other tab of this origin runs under the same name. */
    exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
    channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
    now: () => number;
}

interface HeldToken {
    value: string;
    /** Milliseconds since the epoch. */
    expiresAt: number;
    tenantId: string | null;
}

type Message = { kind: 'token'; token: HeldToken } | { kind: 'signed-out' };

/** A token this close to its end is renewed before it is used, so that it does not expire on the way. */
const renewBeforeMs = 20_000;

/** Nothing to be done without the person: the refresh token is gone, used up or revoked. */
export class SignedOut extends ApiProblem {
    constructor() {
        super(401, { type: 'signed-out', title: 'Signed out' });
    }
}

/**
 * The signed-in person of this browser. The access token lives in memory only; the refresh token in an HttpOnly cookie that this code
 * never sees. Refresh tokens are used once and the server takes a second use for theft, so of all tabs one refreshes at a time and
 * tells the others its access token.
 */
export class Session {
    readonly #baseUrl: string;
    readonly #name: string;
    readonly #ports: SessionPorts;
    readonly #listeners = new Set<() => void>();
    #token: HeldToken | null = null;
    #state: SessionState = 'unknown';
    #refreshing: Promise<string> | null = null;

    /** `name` keeps two consoles apart that share one origin. */
    constructor(baseUrl: string, name: string, ports: SessionPorts = browserPorts(name)) {
        this.#baseUrl = baseUrl;
        this.#name = name;
        this.#ports = ports;
        ports.channel.addEventListener('message', (event) => {
            this.#receive((event as MessageEvent<Message>).data);
        });
    }

    get state(): SessionState {
        return this.#state;
    }

    get tenantId(): string | null {
        return this.#token?.tenantId ?? null;
    }

    /** Called after every change of state or tenant, here or in another tab. */
    subscribe = (listener: () => void): (() => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    };

    /** Finds out whether the person is still signed in. Throws only when the server could not be asked. */
    async start(): Promise<SessionState> {
        try {
            await this.token();
        } catch (error) {
            if (!(error instanceof SignedOut)) {
                throw error;
            }
        }
        return this.#state;
    }

    async login(credentials: Credentials): Promise<void> {
        await this.#grant('/api/v1/auth/login', credentials);
    }

    /** The rest of a log-in or a change of tenant: a second factor, a passkey alone, or the word of the organisation's own sign-in service. */
    async prove(step: 'second-factor' | 'passkey' | 'sso/finish', proof: object): Promise<void> {
        await this.#grant(`/api/v1/auth/${step}`, proof);
    }

    /** Proves once more who holds this session; the token that comes back may do what the one before was too old for. */
    async stepUp(proof: object, step: 'step-up' | 'sso/step-up/finish' = 'step-up'): Promise<void> {
        await this.#grant(`/api/v1/auth/${step}`, proof, await this.token());
    }

    /**
     * A step before there is a session, or `signed` beside it: unlike other calls it takes and brings cookies. What it answers is the caller's;
     * a grant in it counts once `accept` is called with it.
     */
    async ask<T>(path: string, body: object, signed = false): Promise<T> {
        const token = signed ? await this.token() : undefined;
        return this.#ports.exclusively(this.#lock, async () => {
            const response = await this.#post(path, body, token);
            if (!response.ok) {
                throw await ApiProblem.from(response);
            }
            return (await response.json()) as T;
        });
    }

    accept(grant: Grant): void {
        this.#hold(grant);
    }

    /** The same person, another tenant; all tabs follow, because they share the one refresh cookie. */
    async switchTenant(tenantId: string): Promise<void> {
        await this.#grant('/api/v1/auth/switch', { tenant_id: tenantId }, await this.token());
    }

    /**
     * Throws when the server could not be told: the cookie would still sign the next visitor in. Answers where to go on to where the person
     * is signed in elsewhere too: the sign-in service of their organisation.
     */
    async logout(): Promise<string | null> {
        const elsewhere = await this.#ports.exclusively(this.#lock, async () => {
            const response = await this.#post('/api/v1/auth/logout');
            if (!response.ok && response.status !== 401) {
                throw await ApiProblem.from(response);
            }
            return response.status === 200 ? (((await response.json()) as { end_session_url?: string | null }).end_session_url ?? null) : null;
        });
        this.#ports.channel.postMessage({ kind: 'signed-out' } satisfies Message);
        this.#become('signed-out', null);
        return elsewhere;
    }

    /** A token that is good for some seconds yet. Throws SignedOut, or the problem that kept it from being renewed. */
    async token(): Promise<string> {
        const held = this.#fresh();
        return held === null ? this.refresh(this.#token?.value) : held.value;
    }

    /** Renews unless someone already has: `refused` is the token the server no longer takes. One renewal at a time in all tabs. */
    async refresh(refused: string | undefined): Promise<string> {
        this.#refreshing ??= this.#ports
            .exclusively(this.#lock, () => this.#renew(refused))
            .finally(() => {
                this.#refreshing = null;
            });
        return this.#refreshing;
    }

    async #renew(refused: string | undefined): Promise<string> {
        // While this tab waited for the lock another may have renewed; its message is delivered in the next turn of the event loop.
        await new Promise((resolve) => setTimeout(resolve));
        const held = this.#fresh();
        if (held !== null && held.value !== refused) {
            return held.value;
        }
        const response = await this.#post('/api/v1/auth/refresh');
        if (response.status === 401 || response.status === 403) {
            this.#ports.channel.postMessage({ kind: 'signed-out' } satisfies Message);
            this.#become('signed-out', null);
            throw new SignedOut();
        }
        if (!response.ok) {
            throw await ApiProblem.from(response);
        }
        return this.#hold((await response.json()) as Grant);
    }

    async #grant(path: string, body: object, token?: string): Promise<void> {
        await this.#ports.exclusively(this.#lock, async () => {
            const response = await this.#post(path, body, token);
            if (!response.ok) {
                throw await ApiProblem.from(response);
            }
            this.#hold((await response.json()) as Grant);
        });
    }

    async #post(path: string, body?: object, token?: string): Promise<Response> {
        const headers: Record<string, string> = { Accept: 'application/json' };
        if (body !== undefined) {
            headers['Content-Type'] = 'application/json';
        }
        if (token !== undefined) {
            headers.Authorization = `Bearer ${token}`;
        }
        const init: RequestInit = { method: 'POST', credentials: 'include', headers };
        if (body !== undefined) {
            init.body = JSON.stringify(body);
        }
        try {
            return await this.#ports.fetch(this.#baseUrl + path, init);
        } catch (error) {
            throw ApiProblem.noAnswer(error);
        }
    }

    #hold(grant: Grant): string {
        const token = {
            value: grant.access_token,
            expiresAt: this.#ports.now() + grant.expires_in * 1000,
            tenantId: grant.tenant_id ?? null,
        };
        this.#ports.channel.postMessage({ kind: 'token', token } satisfies Message);
        this.#become('signed-in', token);
        return token.value;
    }

    #receive(message: Message): void {
        if (message.kind === 'signed-out') {
            this.#become('signed-out', null);
        } else {
            this.#become('signed-in', message.token);
        }
    }

    #become(state: SessionState, token: HeldToken | null): void {
        const changed = state !== this.#state || (token?.tenantId ?? null) !== this.tenantId;
        this.#state = state;
        this.#token = token;
        if (changed) {
            this.#listeners.forEach((listener) => {
                listener();
            });
        }
    }

    #fresh(): HeldToken | null {
        return this.#token !== null && this.#token.expiresAt - renewBeforeMs > this.#ports.now() ? this.#token : null;
    }

    get #lock(): string {
        return `${this.#name}-session`;
    }
}

function browserPorts(name: string): SessionPorts {
    return {
        fetch: (url, init) => fetch(url, init),
        exclusively: async (lock, work) => {
            // Web Locks exist only where the page is served securely or from this machine; elsewhere each tab looks after itself.
            const locks = (navigator as Partial<Navigator>).locks;
            return locks === undefined ? await work() : await locks.request(lock, work);
        },
        channel: new BroadcastChannel(`${name}-session`),
        now: () => Date.now(),
    };
}
