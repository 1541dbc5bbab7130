import { asProblem } from '@monozu/api-client';
import { ProblemState, useSignIn } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { queries, session } from './api';
import { AppShell } from './AppShell';
import { featuresQuery, meQuery } from './me';
import { paths } from './paths';

/** Nobody gets past here unless signed in. Everything below may take the person, the tenant and the licence as known. */
export function AppFrame() {
    const { signedIn, problem, retry } = useSignIn(session, paths.login);
    const tenantId = useSyncExternalStore(session.subscribe, () => session.tenantId);
    const router = useRouter();

    // Switched to another tenant, here or in another tab: nothing of the one before may stay on the screen.
    const shownTenant = useRef(tenantId);
    useEffect(() => {
        if (shownTenant.current !== null && tenantId !== null && shownTenant.current !== tenantId) {
            queries.clear();
            router.history.push(paths.overview());
        }
        shownTenant.current = tenantId ?? shownTenant.current;
    }, [tenantId, router]);

    const me = useQuery({ ...meQuery, enabled: signedIn });
    const features = useQuery({ ...featuresQuery, enabled: signedIn });
    const failed = problem ?? (signedIn ? (me.error ?? features.error) : null);

    if (failed !== null) {
        const again = () => (problem === null ? void Promise.all([me.refetch(), features.refetch()]) : retry());
        return <ProblemState whole problem={asProblem(failed)} onRetry={again} />;
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
