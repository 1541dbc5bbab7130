import { asProblem } from '@monozu/api-client';
import { ProblemState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { queries, session } from './api';
import { AppShell } from './AppShell';
import { featuresQuery, meQuery } from './me';
import { paths } from './paths';
import { useSessionState, useTenantId } from './useSession';

/** Nobody gets past here unless signed in. Everything below may take the person, the tenant and the licence as known. */
export function AppFrame() {
    const state = useSessionState();
    const tenantId = useTenantId();
    const router = useRouter();
    const signedIn = state === 'signed-in';

    useEffect(() => {
        if (state === 'signed-out') {
            queries.clear();
            const { pathname, searchStr } = router.state.location;
            const here = pathname + searchStr;
            router.history.replace(paths.login(here === '/' ? undefined : here));
        }
    }, [state, router]);

    // Switched to another tenant, here or in another tab: nothing of the one before may stay on the screen.
    const shownTenant = useRef(tenantId);
    useEffect(() => {
        if (shownTenant.current !== null && tenantId !== null && shownTenant.current !== tenantId) {
            queries.clear();
            router.history.push(paths.overview());
        }
        shownTenant.current = tenantId ?? shownTenant.current;
    }, [tenantId, router]);

    const start = useQuery({
        queryKey: ['session'],
        queryFn: async () => session.start(),
        enabled: state === 'unknown',
    });
    const me = useQuery({ ...meQuery, enabled: signedIn });
    const features = useQuery({ ...featuresQuery, enabled: signedIn });
    const failed = start.error ?? me.error ?? features.error;

    if (failed !== null && state !== 'signed-out') {
        const retry = () => void (state === 'unknown' ? start.refetch() : Promise.all([me.refetch(), features.refetch()]));
        return <ProblemState whole problem={asProblem(failed)} onRetry={retry} />;
    }
    if (!signedIn || me.data === undefined || features.data === undefined) {
        return null;
    }
    return (
        <Suspense>
            <AppShell key={me.data.tenant_id} />
        </Suspense>
    );
}
