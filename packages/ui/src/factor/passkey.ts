import type { Assertion, NewPasskey, PasskeyOffer } from './types';

/** The browser's half of WebAuthn is loaded when somebody uses a passkey. */
const library = () => import('@simplewebauthn/browser');

/** Why this page cannot use passkeys of that domain; null where it can. Browsers take no address of digits for a domain. */
export function passkeyObstacle(rpId: string, page: Pick<Location, 'hostname'> = location, known = typeof PublicKeyCredential !== 'undefined'): 'browser' | 'address' | null {
    if (rpId === '' || (page.hostname !== rpId && !page.hostname.endsWith(`.${rpId}`))) {
        return 'address';
    }
    return known ? null : 'browser';
}

/** The same page by the name that passkeys know; only of use where both names are this machine. */
export function passkeyAddress(rpId: string, page: Pick<Location, 'hostname' | 'href'> = location): string | null {
    return rpId === 'localhost' && page.hostname === '127.0.0.1' ? page.href.replace('//127.0.0.1', '//localhost') : null;
}

/** The person chose none, or the browser found none: nothing that needs a word. */
export function isTurnedAway(error: unknown): boolean {
    return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

/** The authenticator has one of this person's passkeys already. */
export function isThereAlready(error: unknown): boolean {
    return error instanceof Error && error.name === 'InvalidStateError';
}

export async function assertPasskey(challenge: string, rpId: string): Promise<Assertion> {
    const { startAuthentication } = await library();
    const { rawId, response } = await startAuthentication({ optionsJSON: { challenge, rpId, userVerification: 'required' } });
    return { credential_id: rawId, client_data: response.clientDataJSON, authenticator_data: response.authenticatorData, signature: response.signature };
}

export async function createPasskey(offer: PasskeyOffer): Promise<NewPasskey> {
    const { startRegistration } = await library();
    const { response } = await startRegistration({
        optionsJSON: {
            challenge: offer.challenge,
            rp: { id: offer.rp_id, name: offer.rp_name },
            user: { id: offer.user_id, name: offer.user_name, displayName: offer.user_name },
            pubKeyCredParams: offer.algorithms.map((alg) => ({ type: 'public-key', alg })),
            excludeCredentials: offer.exclude.map((id) => ({ type: 'public-key', id })),
            authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
            attestation: 'none',
        },
    });
    return { challenge: offer.challenge, client_data: response.clientDataJSON, attestation_object: response.attestationObject };
}
