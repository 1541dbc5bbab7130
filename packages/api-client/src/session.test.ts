import { describe, expect, it } from 'vitest';
import { ApiProblem } from './problem';
import { Session, SignedOut, type SessionPorts } from './session';

/** Several tabs of one browser: they share the cookie's fate (the server), the lock and the channel, each has its own memory. */
class Browser {
    now = 1_000_000;
    refreshes = 0;
    running = 0;
    mostRunning = 0;
    serial = 0;
    elsewhere: string | null = null;
    signedIn = true;
    tenant = 't1';
    status = 200;
    readonly #listeners: { tab: number; listen: (event: MessageEvent) => void }[] = [];
    #lock: Promise<unknown> = Promise.resolve();
    #tabs = 0;

    tab(): Session {
        const tab = ++this.#tabs;
        const ports: SessionPorts = {
            now: () => this.now,
            fetch: (url, init) => this.#answer(url, init),
            exclusively: (_, work) => {
                const result = this.#lock.then(work, work);
                this.#lock = result.catch(() => undefined);
                return result;
            },
            channel: {
                postMessage: (data) => {
                    // As in a browser: to the others only, and later.
                    for (const other of this.#listeners.filter((candidate) => candidate.tab !== tab)) {
                        queueMicrotask(() => other.listen(new MessageEvent('message', { data: structuredClone(data) as unknown })));
                    }
                },
                addEventListener: ((_: string, listen: (event: MessageEvent) => void) => this.#listeners.push({ tab, listen })) as BroadcastChannel['addEventListener'],
            },
        };
        return new Session('http://api', 'test', ports);
    }

    async #answer(url: string, init: RequestInit): Promise<Response> {
        expect(init.credentials).toBe('include');
        this.running += 1;
        this.mostRunning = Math.max(this.mostRunning, this.running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        this.running -= 1;
        const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
        if (this.status !== 200) {
            return json(this.status, { title: 'away' });
        }
        if (url.endsWith('/logout')) {
            this.signedIn = false;
            return this.elsewhere === null ? new Response(null, { status: 204 }) : json(200, { end_session_url: this.elsewhere });
        }
        if (url.endsWith('/login')) {
            this.signedIn = true;
        }
        if (url.endsWith('/switch')) {
            this.tenant = (JSON.parse(String(init.body)) as { tenant_id: string }).tenant_id;
        }
        if (url.endsWith('/refresh')) {
            this.refreshes += 1;
            if (!this.signedIn) {
                return json(401, { title: 'no' });
            }
        }
        this.serial += 1;
        return json(200, { access_token: `token-${String(this.serial)}`, token_type: 'Bearer', expires_in: 600, tenant_id: this.tenant });
    }
}

describe('a session', () => {
    it('refreshes once for many calls at the same time', async () => {
        const browser = new Browser();
        const session = browser.tab();
        const tokens = await Promise.all([session.token(), session.token(), session.start().then(() => session.token())]);
        expect(new Set(tokens)).toEqual(new Set(['token-1']));
        expect(browser.refreshes).toBe(1);
    });

    it('keeps its token until shortly before its end', async () => {
        const browser = new Browser();
        const session = browser.tab();
        await session.token();
        browser.now += 570_000;
        expect(await session.token()).toBe('token-1');
        browser.now += 15_000;
        expect(await session.token()).toBe('token-2');
    });

    it('never lets two tabs refresh at the same time, and one serves both', async () => {
        const browser = new Browser();
        const [first, second] = [browser.tab(), browser.tab()];
        const tokens = await Promise.all([first.token(), second.token()]);
        expect(browser.mostRunning).toBe(1);
        expect(browser.refreshes).toBe(1);
        expect(tokens).toEqual(['token-1', 'token-1']);
    });

    it('renews a token the server refused, once', async () => {
        const browser = new Browser();
        const session = browser.tab();
        const refused = await session.token();
        const [a, b] = await Promise.all([session.refresh(refused), session.refresh(refused)]);
        expect([a, b]).toEqual(['token-2', 'token-2']);
        expect(browser.refreshes).toBe(2);
    });

    it('takes another tab’s newer token instead of refreshing', async () => {
        const browser = new Browser();
        const [first, second] = [browser.tab(), browser.tab()];
        const old = await first.token();
        await first.refresh(old);
        await new Promise((resolve) => setTimeout(resolve));
        expect(await second.refresh(old)).toBe('token-2');
        expect(browser.refreshes).toBe(2);
    });

    it('signs every tab out', async () => {
        const browser = new Browser();
        const [first, second] = [browser.tab(), browser.tab()];
        await first.start();
        await new Promise((resolve) => setTimeout(resolve));
        expect(second.state).toBe('signed-in');
        await first.logout();
        await new Promise((resolve) => setTimeout(resolve));
        expect([first.state, second.state]).toEqual(['signed-out', 'signed-out']);
        await expect(second.token()).rejects.toBeInstanceOf(SignedOut);
    });

    it('says where else the person has to log out', async () => {
        const browser = new Browser();
        const session = browser.tab();
        await session.start();
        expect(await session.logout()).toBeNull();
        browser.elsewhere = 'https://login.example/logout';
        expect(await session.logout()).toBe('https://login.example/logout');
    });

    it('stays as it is while the server is away', async () => {
        const browser = new Browser();
        const session = browser.tab();
        await session.start();
        browser.now += 599_000;
        browser.status = 503;
        await expect(session.token()).rejects.toBeInstanceOf(ApiProblem);
        expect(session.state).toBe('signed-in');
        browser.status = 200;
        expect(await session.token()).toBe('token-2');
    });

    it('does not claim to be signed out when the server could not be told', async () => {
        const browser = new Browser();
        const session = browser.tab();
        await session.start();
        browser.status = 503;
        await expect(session.logout()).rejects.toBeInstanceOf(ApiProblem);
        expect(session.state).toBe('signed-in');
    });

    it('takes all tabs along to another tenant and tells them once', async () => {
        const browser = new Browser();
        const [first, second] = [browser.tab(), browser.tab()];
        await first.start();
        await new Promise((resolve) => setTimeout(resolve));
        let told = 0;
        second.subscribe(() => {
            told += 1;
        });
        await first.switchTenant('t2');
        await new Promise((resolve) => setTimeout(resolve));
        expect(second.tenantId).toBe('t2');
        expect(told).toBe(1);
    });

    it('says so when nobody is signed in', async () => {
        const browser = new Browser();
        browser.signedIn = false;
        const session = browser.tab();
        expect(await session.start()).toBe('signed-out');
    });
});
