import { SeverityMark, StateTag, type Severity, type Tone } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../app/types';
import classes from './incidents.module.css';

export const statuses = ['open', 'in_progress', 'resolved', 'closed'] as const;
export const priorities = ['critical', 'high', 'medium', 'low'] as const;
export const levels = ['high', 'medium', 'low'] as const;

const tones: Record<Incident['status'], Tone> = { open: 'active', in_progress: 'work', resolved: 'good', closed: 'off' };

export function IncidentStatus({ status }: { status: Incident['status'] }) {
    const { t } = useTranslation();
    return <StateTag tone={tones[status]}>{t(`incidents.status.${status}`)}</StateTag>;
}

export function Priority({ priority }: { priority: Severity }) {
    const { t } = useTranslation();
    return (
        <span className={classes.priority}>
            <SeverityMark severity={priority} />
            {t(`incidents.priority.${priority}`)}
        </span>
    );
}
