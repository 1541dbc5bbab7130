import { answer } from '@monozu/api-client';
import type { OwnSessionsApi } from '@monozu/ui/account/OwnSessions';
import type { FactorsApi } from '@monozu/ui/factor/SecurityFactors';
import { api } from '../../app/api';
import { product } from '../../app/config';

export const passwordChange = (current: string, next: string) => api.POST('/api/v1/me/password', { body: { current_password: current, new_password: next } });

export const ownSessions: OwnSessionsApi = {
    key: ['own-sessions'],
    list: (signal) => answer(api.GET('/api/v1/me/sessions', { signal })),
    end: (id) => api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }),
    endOthers: () => api.POST('/api/v1/me/sessions/end-others'),
};

export const ownFactors: FactorsApi = {
    product,
    mine: (signal) => answer(api.GET('/api/v1/me/factors', { signal })),
    offer: () => answer(api.GET('/api/v1/me/factors/offer')),
    create: (body) => answer(api.POST('/api/v1/me/factors', { body })),
    renewCodes: () => answer(api.POST('/api/v1/me/recovery-codes')),
    removeTotp: () => answer(api.DELETE('/api/v1/me/totp')),
    renamePasskey: (id, name) => answer(api.PATCH('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body: { name } })),
    removePasskey: (id) => answer(api.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } })),
};
