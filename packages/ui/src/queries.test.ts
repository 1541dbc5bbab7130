import { ApiProblem } from '@monozu/api-client';
import { describe, expect, it } from 'vitest';
import { createQueries } from './queries';

const options = () => createQueries().getDefaultOptions().queries;
const again = (failures: number, problem: ApiProblem): boolean => (options()?.retry as (failures: number, error: Error) => boolean)(failures, problem);
const pause = (problem: ApiProblem): number => (options()?.retryDelay as (failures: number, error: Error) => number)(0, problem);

describe('a question to the server', () => {
    it('is asked again no sooner than the server wishes, where a quota is used up', () => {
        const full = new ApiProblem(429, { type: 'urn:monozu:problem:quota-exceeded' }, null, 7);
        expect(again(0, full)).toBe(true);
        expect(pause(full)).toBe(7000);
    });

    it('is given up where the quota stays used up', () => {
        expect(again(3, new ApiProblem(429, {}, null, 7))).toBe(false);
    });

    it('is not asked again where the answer was no', () => {
        expect(again(0, new ApiProblem(403, {}))).toBe(false);
    });
});
