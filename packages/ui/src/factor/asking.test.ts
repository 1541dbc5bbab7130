import { ApiProblem } from '@monozu/api-client';
import { describe, expect, it } from 'vitest';
import { asking, finishSwitch, isFactorProblem, stepUp } from './asking';

const problem = (type: string) => new ApiProblem(403, { type: `urn:monozu:problem:${type}`, challenge: 'c' });

describe('asking for a proof', () => {
    it('shows one dialog to all calls that wait for it', async () => {
        const first = stepUp();
        const shown = asking.get();
        const second = stepUp();
        expect(asking.get()).toBe(shown);
        shown?.done();
        await Promise.all([first, second]);
        expect(asking.get()).toBeNull();
    });

    it('fails where the person turns away, and may be asked again', async () => {
        const refused = stepUp();
        asking.get()?.cancel();
        await expect(refused).rejects.toThrow('cancelled');
        const again = stepUp();
        asking.get()?.done();
        await again;
    });

    it('goes on with a change of organisation that needs a factor, and with nothing else', async () => {
        expect(isFactorProblem(problem('second-factor-required'))).toBe(true);
        expect(isFactorProblem(problem('tenant-not-active'))).toBe(false);
        expect(isFactorProblem(null)).toBe(false);
        await expect(finishSwitch(problem('tenant-not-active'))).rejects.toMatchObject({ type: 'tenant-not-active' });
        const going = finishSwitch(problem('second-factor-required'));
        expect(asking.get()?.problem?.members.challenge).toBe('c');
        asking.get()?.cancel();
        await going;
    });
});
