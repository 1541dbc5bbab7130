import { asProblem } from '@monozu/api-client';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemState } from './StatePanel';

/** Where a page could not be shown at all: a part of it failed to load, or failed to run. */
export function PageError({ error }: ErrorComponentProps) {
    return <ProblemState whole problem={asProblem(error)} onRetry={() => location.reload()} />;
}
