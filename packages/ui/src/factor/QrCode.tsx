import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from './factor.module.css';

const quietModules = 4;

/** Drawn here, so that the secret in it goes nowhere. */
export default function QrCode({ text, label }: { text: string; label: string }) {
    const { size, path } = useMemo(() => {
        const { data, size: side } = encode(text, { ecc: 'M', border: quietModules });
        const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
        return { size: side, path: dark.join('') };
    }, [text]);
    return (
        <svg role="img" aria-label={label} className={classes.qr} viewBox={`0 0 ${String(size)} ${String(size)}`} shapeRendering="crispEdges">
            <path d={path} fill="currentColor" />
        </svg>
    );
}
