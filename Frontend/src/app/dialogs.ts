import { lazy } from 'react';

// Dialogs are loaded when the first of them opens; the pages that have them put a Suspense around.
export const ConfirmModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).ConfirmModal }));
export const SecretOnce = lazy(async () => ({ default: (await import('@monozu/ui/form')).SecretOnce }));
export const OnceModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).OnceModal }));
