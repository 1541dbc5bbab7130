import { StateTag } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../app/api';

const tones = { pending: 'wait', active: 'good', suspended: 'bad' } as const;
const pushTones = { delivered: 'good', pending: 'work', failing: 'bad' } as const;

export function TenantStatus({ status }: { status: Tenant['status'] }) {
    const { t } = useTranslation();
    return <StateTag tone={tones[status]}>{t(`tenants.states.${status}`)}</StateTag>;
}

/** Whether the Cloud knows what stands here. */
export function PushState({ push }: { push: Tenant['push'] }) {
    const { t } = useTranslation();
    return <StateTag tone={pushTones[push.status]}>{t(`tenants.push.${push.status}`)}</StateTag>;
}
