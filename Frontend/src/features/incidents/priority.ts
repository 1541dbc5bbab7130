import type { Incident } from '../../app/types';

const weight = { low: 0, medium: 1, high: 2 } as const;
const bySum = ['low', 'low', 'medium', 'high', 'critical'] as const;

/** Impact by urgency, as the server does it; shown before there is an incident, the server's answer counts. */
export function priorityOf(impact: Incident['impact'], urgency: Incident['urgency']): Incident['priority'] {
    return bySum[weight[impact] + weight[urgency]] ?? 'medium';
}
