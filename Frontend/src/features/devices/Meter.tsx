import { useFormat } from '@monozu/ui';
import classes from './devices.module.css';

const nearlyFull = 90;

/** A percentage as a number with a bar behind it; above nine tenths the bar says so in another colour. */
export function Meter({ value }: { value: number | undefined }) {
    const format = useFormat();
    if (value === undefined) {
        return <span className={classes.quiet}>–</span>;
    }
    return (
        <span className={classes.meter} data-full={value >= nearlyFull}>
            <span className={classes.bar} aria-hidden>
                <span style={{ width: `${String(Math.min(100, Math.max(0, value)))}%` }} />
            </span>
            {format.percent(value)}
        </span>
    );
}
