import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem, asProblem } from './problem';
import type { Session } from './session';

export interface ApiOptions {
    /** "https://cloud.example"; empty when the API is on the page's own origin. */
    baseUrl: string;
    session: Session;
    /** Asks the person to prove who they are; rejects where they would rather not. The call that asked for it is repeated afterwards. */
    stepUp?: () => Promise<void>;
    /** Replaces the browser's fetch in tests. */
    fetch?: (request: Request) => Promise<Response>;
}

/**
 * A typed client whose calls either answer or throw an ApiProblem: the bearer token is added, and a 401 is tried once more
 * with a new token before it counts.
 */
export function createApi<Paths extends object>(options: ApiOptions): Client<Paths, 'application/json'> {
    // Lists are to be had as CSV too; a file is downloaded, not asked for here.
    return createClient<Paths, 'application/json'>({ baseUrl: options.baseUrl, fetch: authorizedFetch(options) });
}

/** The same for the calls of whoever is not signed in yet: without a token. */
export function createPublicApi<Paths extends object>(baseUrl: string): Client<Paths, 'application/json'> {
    const send = async (request: Request): Promise<Response> => {
        const response = await fetch(request).catch((error: unknown) => {
            throw ApiProblem.noAnswer(error);
        });
        if (!response.ok) {
            throw await ApiProblem.from(response);
        }
        return response;
    };
    return createClient<Paths, 'application/json'>({ baseUrl, fetch: send });
}

export function authorizedFetch({ session, stepUp, fetch: send = (request) => fetch(request) }: ApiOptions): (request: Request) => Promise<Response> {
    const attempt = async (request: Request, token: string): Promise<Response> => {
        request.headers.set('Authorization', `Bearer ${token}`);
        try {
            return await send(request);
        } catch (error) {
            if (error instanceof DOMException && error.name === 'AbortError') {
                throw error;
            }
            throw ApiProblem.noAnswer(error);
        }
    };
    const authorized = async (request: Request): Promise<Response> => {
        const again = request.clone();
        const token = await session.token();
        const response = await attempt(request, token);
        return response.status === 401 ? attempt(again, await session.refresh(token)) : response;
    };
    return async (request) => {
        const again = stepUp === undefined ? null : request.clone();
        let response = await authorized(request);
        if (again !== null && stepUp !== undefined && response.status === 403) {
            const problem = await ApiProblem.from(response);
            if (problem.type !== 'step-up-required') {
                throw problem;
            }
            // Whoever turns away leaves the call refused.
            await stepUp().catch(() => Promise.reject(problem));
            response = await authorized(again);
        }
        if (!response.ok) {
            throw await ApiProblem.from(response);
        }
        return response;
    };
}

/** The body of a call that answered; failures have already been thrown by the client. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
    const { data } = await call;
    return data as T;
}

/** A whole list as CSV, or as lines of JSON where the file is not called .csv, offered to the person as a file. */
export async function downloadFile(options: ApiOptions, path: string, fileName: string): Promise<void> {
    const request = new Request(new URL(options.baseUrl + path, location.origin), { headers: { Accept: fileName.endsWith('.csv') ? 'text/csv' : 'application/x-ndjson' } });
    const response = await authorizedFetch(options)(request);
    const url = URL.createObjectURL(await response.blob().catch((error: unknown) => Promise.reject(asProblem(error))));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = fileName;
    anchor.click();
    URL.revokeObjectURL(url);
}

/** `If-Match` for a resource read at this version. */
export function ifMatch(version: number): { 'If-Match': string } {
    return { 'If-Match': `"${String(version)}"` };
}
