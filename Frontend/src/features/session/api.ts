import { ApiProblem } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { apiUrl } from '../../app/config';

export type InvitationSeen = CloudSchemas['InvitationSeen'];

/** A call of somebody who is not signed in: the link's token, or nothing, is the credential. */
async function post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${apiUrl}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
    }).catch((error: unknown) => {
        throw ApiProblem.noAnswer(error);
    });
    if (!response.ok) {
        throw await ApiProblem.from(response);
    }
    return response.status === 200 ? response.json() : undefined;
}

export const invitationGet = (token: string) => post('/auth/invitation', { token }) as Promise<InvitationSeen>;
export const setUp = (token: string, password: string) => post('/auth/setup', { token, password });
export const passwordForgot = (email: string, language: string) => post('/auth/password/forgot', { email, language });
export const passwordReset = (token: string, password: string) => post('/auth/password/reset', { token, password });
