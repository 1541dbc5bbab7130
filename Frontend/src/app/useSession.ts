import { useSyncExternalStore } from 'react';
import { session } from './api';

export function useSessionState() {
    return useSyncExternalStore(session.subscribe, () => session.state);
}

/** Null until the first token is there. */
export function useTenantId() {
    return useSyncExternalStore(session.subscribe, () => session.tenantId);
}
