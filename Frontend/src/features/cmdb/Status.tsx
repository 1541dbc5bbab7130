import { StateTag, type Tone } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { CiStatus } from './types';

const tones: Record<CiStatus, Tone> = { planned: 'wait', ordered: 'wait', in_stock: 'active', in_use: 'good', maintenance: 'work', retired: 'off', disposed: 'off' };

export function Status({ status }: { status: CiStatus }) {
    const { t } = useTranslation();
    return <StateTag tone={tones[status]}>{t(`cmdb:status.${status}`)}</StateTag>;
}
