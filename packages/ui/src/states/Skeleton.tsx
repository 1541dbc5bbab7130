import classes from './Skeleton.module.css';

/** The place of what is still to come; it has the size of it, so that nothing jumps. `width` is of the room there is, in percent. */
export function Skeleton({ width = 60, height = 10 }: { width?: number; height?: number }) {
    return <span aria-hidden className={classes.bone} style={{ width: `${String(width)}%`, height }} />;
}
