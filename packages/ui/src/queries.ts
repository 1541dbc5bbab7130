import { ApiProblem } from '@monozu/api-client';
import { QueryClient } from '@tanstack/react-query';

const mostTries = 3;
const firstPauseMs = 500;
const longestPauseMs = 8000;

/** How both consoles ask: again where nothing was decided about the request, as late as the server wishes, and not where it has answered. */
export function createQueries(): QueryClient {
    return new QueryClient({
        defaultOptions: {
            queries: {
                staleTime: 10_000,
                retry: (failures, error) => error instanceof ApiProblem && error.transient && failures < mostTries,
                retryDelay: (failures, error) => (error instanceof ApiProblem && error.retryAfter !== null ? error.retryAfter * 1000 : Math.min(longestPauseMs, firstPauseMs * 2 ** failures)),
            },
        },
    });
}
