import type { Session, SessionState } from '@monozu/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';

export function useSessionState(session: Session): SessionState {
    return useSyncExternalStore(session.subscribe, () => session.state);
}

export interface SignIn {
    signedIn: boolean;
    /** Why it could not be found out whether the person is signed in; null while that is not the question. */
    problem: Error | null;
    retry: () => void;
}

/** For the frame around all pages of a console: finds out who is there, and leads whoever is not signed in to `login`, with the way back. */
export function useSignIn(session: Session, login: (next?: string) => string): SignIn {
    const state = useSessionState(session);
    const router = useRouter();
    const queries = useQueryClient();
    useEffect(() => {
        if (state === 'signed-out') {
            // Nothing of the person who left may be shown to the next one.
            queries.clear();
            const { pathname, searchStr } = router.state.location;
            const here = pathname + searchStr;
            router.history.replace(login(here === '/' ? undefined : here));
        }
    }, [state, router, queries, login]);
    const start = useQuery({ queryKey: ['session'], queryFn: async () => session.start(), enabled: state === 'unknown' });
    return { signedIn: state === 'signed-in', problem: state === 'unknown' ? start.error : null, retry: () => void start.refetch() };
}
