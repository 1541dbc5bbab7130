import type { Grant } from '@monozu/api-client';
import { session } from '../../app/api';

interface ProviderPage {
    url: string | null;
}

/** Where to go on after the provider's answer; the address of its page has no room for it. */
const nextKey = 'monozu-management-next';

async function leaveFor(path: string, signed: boolean, next: string): Promise<void> {
    const { url } = await session.ask<ProviderPage>(`/api/v1/auth/oidc/${path}`, {}, signed);
    sessionStorage.setItem(nextKey, next);
    if (url !== null) {
        location.assign(url);
    }
}

export const signInAtProvider = (next: string) => leaveFor('start', false, next);
export const stepUpAtProvider = () => leaveFor('step-up', true, location.pathname + location.search);

/** Takes the provider's answer out of the address, once, and where to go on. */
export async function finishAtProvider(search: string): Promise<string> {
    const given = new URLSearchParams(search);
    const body = Object.fromEntries(['state', 'code', 'iss', 'error', 'error_description'].flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : [])));
    const next = sessionStorage.getItem(nextKey) ?? '/';
    sessionStorage.removeItem(nextKey);
    session.accept(await session.ask<Grant>('/api/v1/auth/oidc/finish', { state: '', ...body }));
    return next;
}
