import type { ApiProblem } from '@monozu/api-client';
import type { TFunction } from 'i18next';

export const shortestPassword = 12;

const advised = ['password-length', 'password-repetitive', 'password-common', 'password-personal', 'password-breached', 'wrong-password'];

/** What to do about a password that was refused, in the person's language; null where the problem is another one. */
export function passwordText(t: TFunction, problem: ApiProblem): string | null {
    return advised.includes(problem.type) ? t(`passwords.refused.${problem.type}`, { count: shortestPassword }) : null;
}
