import { setTimeout as sleep } from 'node:timers/promises';
import type { Login } from './product';

export class Refused extends Error {
    constructor(
        readonly status: number,
        readonly type: string,
        text: string,
    ) {
        super(`${String(status)} ${text}`);
    }
}

/** The API as a program of the customer uses it: to set a test up, and to count what the browser cannot show at once. */
export class Api {
    #token = '';
    #login: Login | null = null;

    constructor(private readonly base: string) {}

    async login(login: Login): Promise<this> {
        const answer = await this.post<{ access_token: string }>('/auth/login', { email: login.email, password: login.password });
        this.#token = answer.access_token;
        this.#login = login;
        return this;
    }

    get<T>(path: string): Promise<T> {
        return this.#send<T>('GET', path);
    }

    post<T>(path: string, body?: object): Promise<T> {
        return this.#send<T>('POST', path, body);
    }

    /** All pages of a list. */
    async all<T>(path: string): Promise<T[]> {
        const items: T[] = [];
        let after: string | null = null;
        do {
            const page: { items: T[]; next: string | null } = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=200${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
            items.push(...page.items);
            after = page.next;
        } while (after !== null);
        return items;
    }

    async #send<T>(method: string, path: string, body?: object): Promise<T> {
        let response = await this.#ask(method, path, body);
        // A long test outlives its access token.
        if (response.status === 401 && this.#login !== null) {
            const login = this.#login;
            this.#login = null;
            await this.login(login);
            response = await this.#ask(method, path, body);
        }
        const text = await response.text();
        if (!response.ok) {
            const problem = (text.startsWith('{') ? JSON.parse(text) : {}) as { type?: string };
            throw new Refused(response.status, problem.type ?? '', text);
        }
        return (text === '' ? undefined : JSON.parse(text)) as T;
    }

    #ask(method: string, path: string, body?: object): Promise<Response> {
        return fetch(`${this.base}/api/v1${path}`, {
            method,
            headers: { Accept: 'application/json', ...(this.#token === '' ? {} : { Authorization: `Bearer ${this.#token}` }), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
    }
}

/** Repeats `work` while a part of the product is away: no answer, or one that says to come again. */
export async function insist<T>(work: () => Promise<T>, seconds = 90): Promise<T> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
        try {
            return await work();
        } catch (error) {
            const decided = error instanceof Refused && error.status !== 429 && error.status < 500;
            if (decided || Date.now() > deadline) {
                throw error;
            }
            await sleep(250);
        }
    }
}
