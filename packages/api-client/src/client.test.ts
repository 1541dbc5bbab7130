import { describe, expect, it } from 'vitest';
import { authorizedFetch } from './client';
import { ApiProblem } from './problem';
import type { Session } from './session';

function session(): Session & { refreshed: string[] } {
    const refreshed: string[] = [];
    return {
        refreshed,
        token: () => Promise.resolve('old'),
        refresh: (refused: string) => {
            refreshed.push(refused);
            return Promise.resolve('new');
        },
    } as unknown as Session & { refreshed: string[] };
}

const request = () => new Request('http://api/x', { method: 'POST', body: '{"a":1}' });

describe('an authorized call', () => {
    it('is tried once more with a new token, its body included', async () => {
        const held = session();
        const seen: string[] = [];
        const response = await authorizedFetch({
            baseUrl: '',
            session: held,
            fetch: async (sent) => {
                seen.push(`${sent.headers.get('Authorization') ?? ''} ${await sent.text()}`);
                return new Response(null, { status: seen.length === 1 ? 401 : 204 });
            },
        })(request());
        expect(response.status).toBe(204);
        expect(seen).toEqual(['Bearer old {"a":1}', 'Bearer new {"a":1}']);
        expect(held.refreshed).toEqual(['old']);
    });

    it('gives up after the second refusal', async () => {
        let calls = 0;
        const call = authorizedFetch({
            baseUrl: '',
            session: session(),
            fetch: () => {
                calls += 1;
                return Promise.resolve(new Response(null, { status: 401 }));
            },
        });
        await expect(call(request())).rejects.toMatchObject({ status: 401 });
        expect(calls).toBe(2);
    });

    it('turns a problem into what a form can show', async () => {
        const body = { type: 'https://monozu.example/problems/validation-failed', title: 'Invalid', status: 400, detail: 'Look below.', errors: [{ pointer: '/title', detail: 'is empty' }] };
        const call = authorizedFetch({
            baseUrl: '',
            session: session(),
            fetch: () => Promise.resolve(new Response(JSON.stringify(body), { status: 400, headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'r1', 'Retry-After': '7' } })),
        });
        const problem = await call(request()).then(() => null, (error: unknown) => error);
        expect(problem).toBeInstanceOf(ApiProblem);
        expect(problem).toMatchObject({ status: 400, type: 'validation-failed', detail: 'Look below.', requestId: 'r1', retryAfter: 7, errors: [{ pointer: '/title', detail: 'is empty' }], transient: false });
    });

    it('knows no answer from a refusal', async () => {
        const call = authorizedFetch({ baseUrl: '', session: session(), fetch: () => Promise.reject(new TypeError('failed')) });
        await expect(call(request())).rejects.toMatchObject({ status: 0, offline: true, transient: true });
    });

    it('survives an answer that is no JSON', async () => {
        const call = authorizedFetch({ baseUrl: '', session: session(), fetch: () => Promise.resolve(new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } })) });
        await expect(call(request())).rejects.toMatchObject({ status: 502, type: '', errors: [], transient: true });
    });

    const refusal = () => new Response('{"type":"urn:monozu:problem:step-up-required","status":403}', { status: 403, headers: { 'Content-Type': 'application/problem+json' } });

    it('is repeated once the person has proved who they are', async () => {
        const seen: string[] = [];
        let asked = 0;
        const call = authorizedFetch({
            baseUrl: '',
            session: session(),
            stepUp: async () => {
                asked += 1;
            },
            fetch: async (sent) => {
                seen.push(await sent.text());
                return asked === 0 ? refusal() : new Response(null, { status: 204 });
            },
        });
        expect((await call(request())).status).toBe(204);
        expect(seen).toEqual(['{"a":1}', '{"a":1}']);
        expect(asked).toBe(1);
    });

    it('stays refused where the person turns away, and is not asked for twice', async () => {
        let calls = 0;
        const options = {
            baseUrl: '',
            session: session(),
            fetch: async () => {
                calls += 1;
                return refusal();
            },
        };
        await expect(authorizedFetch({ ...options, stepUp: () => Promise.reject(new Error('no')) })(request())).rejects.toMatchObject({ type: 'step-up-required' });
        expect(calls).toBe(1);
        await expect(authorizedFetch({ ...options, stepUp: () => Promise.resolve() })(request())).rejects.toMatchObject({ type: 'step-up-required' });
        expect(calls).toBe(3);
    });
});
