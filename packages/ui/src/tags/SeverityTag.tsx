import { useTranslation } from 'react-i18next';
import classes from './tags.module.css';

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Shape and word carry the meaning; the colour only repeats it. */
const shapes: Record<Severity, string> = {
    critical: 'M6 .6 11.4 6 6 11.4.6 6Z',
    high: 'M6 1.2 11.4 10.8H.6Z',
    medium: 'M1.2 1.2h9.6v9.6H1.2Z',
    low: 'M.6 1.2h10.8L6 10.8Z',
    info: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
};

export function SeverityMark({ severity }: { severity: Severity }) {
    return (
        <svg viewBox="0 0 12 12" width={10} height={10} aria-hidden className={classes.mark} data-severity={severity}>
            <path d={shapes[severity]} />
        </svg>
    );
}

export function SeverityTag({ severity }: { severity: Severity }) {
    const { t } = useTranslation();
    return (
        <span className={classes.severity} data-severity={severity}>
            <SeverityMark severity={severity} />
            {t(`ui.severity.${severity}`)}
        </span>
    );
}
