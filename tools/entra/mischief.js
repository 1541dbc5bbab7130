import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

// What a test has told the provider to do wrong. It lasts until it is told otherwise; {} is good behaviour.
//   claims, header   laid over those of the next id_tokens; null takes one away
//   signed_by        "stranger": a key that the provider does not publish; "public-key": HS256 with the published key as the secret;
//                    "nobody": no signature
//   metadata, keys   laid over the metadata, and over each published key
//   status           what every endpoint but the sign-in page answers with
export class Mischief {
    #wanted = {};
    #stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

    set(wanted) {
        this.#wanted = wanted;
    }

    get status() {
        return this.#wanted.status;
    }

    metadata(good) {
        return laidOver(good, this.#wanted.metadata);
    }

    keys(good) {
        return good.map((key) => laidOver(key, this.#wanted.keys));
    }

    // An id_token by the key that signed the good one, unless somebody else is to sign it.
    idToken(good, keyPair) {
        const { claims, header, signed_by: signer } = this.#wanted;
        if (!claims && !header && !signer) return good;
        const [goodHeader, goodClaims] = good.split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
        const alg = { 'public-key': 'HS256', nobody: 'none' }[signer] ?? goodHeader.alg;
        const content = [laidOver({ ...goodHeader, alg }, header), laidOver(goodClaims, claims)]
            .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
            .join('.');
        return `${content}.${this.#signature(content, signer, keyPair)}`;
    }

    #signature(content, signer, keyPair) {
        if (signer === 'nobody') return '';
        if (signer === 'public-key') {
            const secret = createPublicKey(keyPair).export({ type: 'spki', format: 'pem' });
            return createHmac('sha256', secret).update(content).digest('base64url');
        }
        return sign('sha256', Buffer.from(content), signer === 'stranger' ? this.#stranger : keyPair).toString('base64url');
    }
}

function laidOver(good, changes) {
    return Object.fromEntries(Object.entries({ ...good, ...changes }).filter(([, value]) => value !== null));
}
