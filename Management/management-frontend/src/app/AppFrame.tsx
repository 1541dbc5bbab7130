import { asProblem } from '@monozu/api-client';
import { ProblemState, useSignIn } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { session } from './api';
import { AppShell } from './AppShell';
import { meQuery } from './me';
import { paths } from './paths';

/** Nobody gets past here unless signed in; everything below may take the operator as known. */
export function AppFrame() {
    const { signedIn, problem, retry } = useSignIn(session, paths.login);
    const me = useQuery({ ...meQuery, enabled: signedIn });
    const failed = problem ?? (signedIn ? me.error : null);
    if (failed !== null) {
        return <ProblemState whole problem={asProblem(failed)} onRetry={() => (problem === null ? void me.refetch() : retry())} />;
    }
    if (!signedIn || me.data === undefined) {
        return null;
    }
    return (
        <Suspense>
            <AppShell key={me.data.id} />
        </Suspense>
    );
}
