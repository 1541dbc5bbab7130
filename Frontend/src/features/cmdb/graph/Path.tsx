import type { Direction, ImpactStep } from './types';
import classes from './relations.module.css';

/** A way from one CI to another as it is read out: "Mail server — is needed by — Mail". */
export function Path({ start, way, reads }: { start: string; way: readonly ImpactStep[]; reads: (key: string, direction: Direction) => string }) {
    return (
        <ol className={classes.steps}>
            {way.map((step, index) => (
                <li key={step.ci_id} className={classes.step}>
                    <span>{index === 0 ? start : way[index - 1]?.name}</span>
                    <span className={classes.how}>{reads(step.type_key, step.direction)}</span>
                    <span>{step.name}</span>
                </li>
            ))}
        </ol>
    );
}
