// A certified OpenID Connect provider made to look like Microsoft Entra ID, for tests and the demo. README.md says how to use it.
import { randomBytes, randomUUID } from 'node:crypto';
import { fstatSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Mischief } from './mischief.js';
import { Organisation } from './organisation.js';
import { completePeople, DEFAULT_PEOPLE } from './people.js';

const MAX_BODY_BYTES = 64 * 1024;

const { values: options } = parseArgs({
    options: {
        port: { type: 'string', default: '0' },
        tenant: { type: 'string', default: randomUUID() },
        'client-id': { type: 'string', default: randomUUID() },
        'client-secret': { type: 'string', default: randomBytes(24).toString('base64url') },
        'client-auth': { type: 'string', default: 'client_secret_basic' },
        'redirect-uri': { type: 'string', multiple: true, default: [] },
        'log-out-uri': { type: 'string', multiple: true, default: [] },
        algorithm: { type: 'string', default: 'RS256' },
        people: { type: 'string' },
    },
});

const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
        process.stderr.write(`${error.stack}\n`);
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end('The provider has a fault.');
    });
});
// The address is part of the issuer's name, so the port is taken first.
await new Promise((resolve, reject) => server.once('error', reject).listen(Number(options.port), '127.0.0.1', resolve));

const origin = `http://127.0.0.1:${server.address().port}`;
const mischief = new Mischief();
const organisation = new Organisation({
    origin,
    tenant: options.tenant,
    people: completePeople(options.people ? JSON.parse(readFileSync(options.people, 'utf8')) : DEFAULT_PEOPLE, options.tenant),
    client: {
        client_id: options['client-id'],
        client_secret: options['client-secret'],
        token_endpoint_auth_method: options['client-auth'],
        redirect_uris: options['redirect-uri'],
        post_logout_redirect_uris: options['log-out-uri'],
        id_token_signed_response_alg: options.algorithm,
    },
    mischief,
});

async function answer(request, response) {
    const { pathname } = new URL(request.url, origin);
    if (pathname.startsWith('/control/')) return control(request, response, pathname.slice('/control/'.length));
    if (await organisation.answer(request, response, pathname)) return undefined;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    return undefined;
}

// What no provider has: a test tells this one how to behave.
async function control(request, response, what) {
    if (what === 'rotate' && request.method === 'POST') return json(response, { kid: organisation.rotate() });
    if (what === 'people' && request.method === 'GET') return json(response, organisation.people);
    if (what === 'misbehave' && request.method === 'POST') {
        mischief.set(JSON.parse(await bodyOf(request)));
        return json(response, {});
    }
    response.writeHead(404, { 'content-type': 'text/plain' }).end('rotate, people and misbehave are what can be asked for.');
    return undefined;
}

async function bodyOf(request) {
    let text = '';
    for await (const piece of request) {
        text += piece;
        if (text.length > MAX_BODY_BYTES) throw new Error('The body is too large.');
    }
    return text || '{}';
}

function json(response, value) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function stop() {
    server.close();
    server.closeAllConnections();
}

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
// Whoever started it by a pipe is gone when the pipe is: nothing is left running behind a test that died.
const input = fstatSync(0);
if (input.isFIFO() || input.isSocket()) {
    process.stdin.resume().on('end', stop);
    server.on('close', () => process.stdin.destroy());
}

// One line, for whoever started it.
const ready = {
    origin,
    issuer: organisation.issuer,
    any_issuer: organisation.anyIssuer,
    tenant: options.tenant,
    client_id: options['client-id'],
    client_secret: options['client-secret'],
    people: organisation.people,
};
process.stdout.write(`${JSON.stringify(ready)}\n`);
