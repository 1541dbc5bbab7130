import type { Tone } from '@monozu/ui';

const dayMs = 86_400_000;
const soonDays = 30;

export type Validity = 'valid' | 'soon' | 'over' | 'early';

export const validityTone: Readonly<Record<Validity, Tone>> = { valid: 'good', soon: 'wait', over: 'bad', early: 'off' };

/** Whether a certificate is good at this time, and for how much longer; null where it does not say. */
export function validityOf(certificate: { not_before: string | null; not_after: string | null }, now: number): Validity | null {
    if (certificate.not_after === null) {
        return null;
    }
    if (Date.parse(certificate.not_after) <= now) {
        return 'over';
    }
    if (certificate.not_before !== null && Date.parse(certificate.not_before) > now) {
        return 'early';
    }
    return Date.parse(certificate.not_after) - now <= soonDays * dayMs ? 'soon' : 'valid';
}
