import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider, { interactionPolicy } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { signInPage, signOutPage, troublePage } from './pages.js';
import { groupIds } from './people.js';

const KEPT_KEYS = 3;
const FOR_MANY = ['common', 'organizations'];

// One organisation's part of Entra: the provider under /{tenant}/v2.0, and the metadata that stand for all organisations.
export class Organisation {
    #origin;
    #client;
    #mischief;
    #keys = [];
    #store = createMemoryAdapter(); // outlives the provider's keys, so codes and sessions do too
    #provider;

    constructor({ origin, tenant, people, client, mischief }) {
        this.#origin = origin;
        this.#client = client;
        this.#mischief = mischief;
        this.people = people;
        this.path = `/${tenant}/v2.0`;
        this.tenant = tenant;
        this.issuer = `${origin}${this.path}`;
        this.anyIssuer = `${origin}/{tenantid}/v2.0`;
        this.rotate();
    }

    // A new key signs from now on; the ones before it stay published for a while, as they do at Entra. Returns its kid.
    rotate() {
        const ec = this.#client.id_token_signed_response_alg === 'ES256';
        const { privateKey } = ec ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
        this.#keys = [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig' }, ...this.#keys].slice(0, KEPT_KEYS);
        this.#provider = this.#makeProvider();
        return this.#keys[0].kid;
    }

    // Whether the request was for this organisation, and is answered.
    async answer(request, response, pathname) {
        const many = FOR_MANY.find((name) => pathname === `/${name}/v2.0/.well-known/openid-configuration`);
        if (many) request.url = `${this.path}/.well-known/openid-configuration`;
        else if (!pathname.startsWith(`${this.path}/`)) return false;
        const interaction = pathname.match(/\/interaction\/([\w-]+)$/);
        if (interaction) await this.#signIn(request, response, interaction[1]);
        else {
            request.forMany = Boolean(many);
            request.originalUrl = request.url;
            request.url = request.url.slice(this.path.length);
            await this.#provider.callback()(request, response);
        }
        return true;
    }

    async #signIn(request, response, uid) {
        const provider = this.#provider;
        const { params, prompt } = await provider.interactionDetails(request, response);
        if (request.method !== 'POST') {
            response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
            response.end(signInPage(this.people, `${this.path}/interaction/${uid}`, params.login_hint, prompt.name));
            return;
        }
        let body = '';
        for await (const piece of request) body += piece;
        const oid = new URLSearchParams(body).get('person');
        const person = this.people.find((one) => one.oid === oid);
        const result = person
            ? { select_account: {}, login: { accountId: person.oid, amr: ['pwd', 'mfa'], remember: true } }
            : { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent to access the app.' };
        await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }

    #claimsOf(person) {
        const groups = groupIds(person.groups);
        return {
            sub: person.oid,
            tid: this.tenant,
            oid: person.oid,
            ver: '2.0',
            name: person.name,
            preferred_username: person.username,
            email: person.email,
            ...(person.roles.length > 0 && { roles: person.roles }),
            ...(groups.length > 0 && !person.overage && { groups }),
            ...(person.overage && { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: `${this.#origin}/graph/${person.oid}/getMemberObjects` } } }),
        };
    }

    #makeProvider() {
        const policy = interactionPolicy.base();
        policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
        const provider = new Provider(this.issuer, {
            clients: [this.#client],
            jwks: { keys: this.#keys },
            adapter: this.#store,
            findAccount: (_context, oid) => {
                const person = this.people.find((one) => one.oid === oid);
                return person && { accountId: oid, claims: () => this.#claimsOf(person) };
            },
            // Entra's people are somebody else to every application.
            subjectTypes: ['pairwise'],
            pairwiseIdentifier: (_context, oid, client) => `${client.clientId}.${oid}`,
            clientDefaults: { subject_type: 'pairwise', grant_types: ['authorization_code'], response_types: ['code'] },
            claims: {
                openid: ['sub', 'tid', 'oid', 'ver', 'roles', 'groups', '_claim_names', '_claim_sources'],
                profile: ['name', 'preferred_username'],
                email: ['email'],
                acr: null, sid: null, auth_time: null, iss: null, amr: null,
            },
            scopes: ['openid', 'profile', 'email', 'offline_access'],
            conformIdTokenClaims: false,
            enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
            interactions: { policy, url: (_context, { uid }) => `${this.path}/interaction/${uid}` },
            // An administrator consented for everybody.
            loadExistingGrant: async (context) => {
                const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
                grant.addOIDCScope('openid profile email offline_access');
                await grant.save();
                return grant;
            },
            cookies: { keys: [this.tenant] },
            features: {
                devInteractions: { enabled: false },
                rpInitiatedLogout: {
                    enabled: true,
                    logoutSource: (context, form) => { context.body = signOutPage(form); },
                    postLogoutSuccessSource: (context) => { context.body = troublePage('You are signed out.'); },
                },
            },
            renderError: (context, out) => {
                context.type = 'html';
                context.body = troublePage(`${out.error}: ${out.error_description ?? ''}`);
            },
            ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 3600, Grant: 3600 },
        });
        provider.use((context, next) => this.#misbehave(context, next));
        return provider;
    }

    async #misbehave(context, next) {
        await next();
        const mischief = this.#mischief;
        const body = context.body;
        if (mischief.status && context.method !== 'OPTIONS') context.status = mischief.status;
        else if (context.path === '/.well-known/openid-configuration') {
            context.body = mischief.metadata(context.req.forMany ? { ...body, issuer: this.anyIssuer } : body);
        } else if (context.path === '/jwks') {
            context.body = { keys: mischief.keys(body.keys.map((key) => ({ ...key, issuer: this.anyIssuer }))) };
        } else if (context.path === '/token' && body?.id_token) {
            const key = createPrivateKey({ key: this.#keys[0], format: 'jwk' });
            context.body = { ...body, id_token: mischief.idToken(body.id_token, key) };
        }
    }
}
