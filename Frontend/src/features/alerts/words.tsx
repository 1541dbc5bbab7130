import { StateTag, type Tone } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../app/types';

export const alertStatuses = ['open', 'acknowledged', 'closed'] as const;
const tones: Record<Alert['status'], Tone> = { open: 'active', acknowledged: 'work', closed: 'off' };

export function AlertStatus({ status }: { status: Alert['status'] }) {
    const { t } = useTranslation();
    return <StateTag tone={tones[status]}>{t(`alerts.status.${status}`)}</StateTag>;
}
