import type { ApiProblem } from '@monozu/api-client';
import { finishSwitch as finishHere } from '@monozu/ui/factor/asking';

/** Changing to an organisation goes on in a dialog where it asks for a second factor, and at its own sign-in service where that one's word alone counts. */
export async function finishSwitch(problem: ApiProblem): Promise<void> {
    if (problem.type !== 'sso-required') {
        return finishHere(problem);
    }
    const { goSignIn } = await import('./way');
    return goSignIn({ connection_id: (problem.members.connection as { id: string }).id });
}
