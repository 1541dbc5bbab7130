import type { ApiProblem } from '@monozu/api-client';

/** What a dialog asks the person for: a fresh proof, or the second factor of the organisation that they are changing to. */
export interface Asked {
    /** Null for a step-up; else the problem that the change of organisation was answered with. */
    problem: ApiProblem | null;
    done: () => void;
    cancel: () => void;
}

let asked: Asked | null = null;
let answer: Promise<void> | null = null;
const listeners = new Set<() => void>();

function show(next: Asked | null): void {
    asked = next;
    listeners.forEach((listener) => {
        listener();
    });
}

/** One dialog at a time: calls that are refused meanwhile wait for the same answer. */
function ask(problem: ApiProblem | null): Promise<void> {
    answer ??= new Promise<void>((resolve, reject) => {
        show({ problem, done: resolve, cancel: () => reject(new Error('cancelled')) });
    }).finally(() => {
        answer = null;
        show(null);
    });
    return answer;
}

/** For the API's client: resolves once the person has proved who they are, rejects when they turn away. */
export const stepUp = () => ask(null);

/** Changing to an organisation that asks for a second factor goes on in the dialog; every other failure stays one. */
export async function finishSwitch(problem: ApiProblem): Promise<void> {
    if (!isFactorProblem(problem)) {
        throw problem;
    }
    await ask(problem).catch(() => undefined);
}

export function isFactorProblem(problem: ApiProblem | null): problem is ApiProblem {
    return problem !== null && (problem.type === 'second-factor-required' || problem.type === 'second-factor-enrolment-required');
}

export const asking = {
    get: () => asked,
    subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
    },
};
