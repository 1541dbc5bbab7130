import { StateTag, type Tone } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { Device, DeviceCommand } from '../../app/types';

export const deviceStatuses = ['online', 'offline', 'revoked'] as const;
const deviceTones: Record<Device['status'], Tone> = { online: 'good', offline: 'bad', revoked: 'off' };

export function DeviceStatus({ status }: { status: Device['status'] }) {
    const { t } = useTranslation();
    return <StateTag tone={deviceTones[status]}>{t(`devices.status.${status}`)}</StateTag>;
}

const commandTones: Record<DeviceCommand['status'], Tone> = { queued: 'wait', delivered: 'work', succeeded: 'good', failed: 'bad', expired: 'off' };

export function CommandStatus({ status }: { status: DeviceCommand['status'] }) {
    const { t } = useTranslation();
    return <StateTag tone={commandTones[status]}>{t(`commands.status.${status}`)}</StateTag>;
}
