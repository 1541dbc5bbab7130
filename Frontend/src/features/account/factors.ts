import { answer } from '@monozu/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api';
import type { NewFactor } from '../../app/factor/AddFactor';

export const factorsQuery = queryOptions({ queryKey: ['factors'], queryFn: ({ signal }) => answer(api.GET('/api/v1/me/factors', { signal })) });

export const factorOffer = () => answer(api.GET('/api/v1/me/factors/offer'));
export const factorCreate = (body: NewFactor) => answer(api.POST('/api/v1/me/factors', { body }));
export const totpDelete = () => answer(api.DELETE('/api/v1/me/totp'));
export const passkeyRename = (id: string, name: string) => answer(api.PATCH('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body: { name } }));
export const passkeyDelete = (id: string) => answer(api.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } }));
export const recoveryCodesRenew = () => answer(api.POST('/api/v1/me/recovery-codes'));
