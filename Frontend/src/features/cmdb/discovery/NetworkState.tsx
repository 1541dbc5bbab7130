import { StateTag } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { isUnderWay, type Network } from './api';

/** Where the network stands: switched off, being looked at, refused by the appliance, or at rest. */
export function NetworkState({ network }: { network: Network }) {
    const { t } = useTranslation();
    if (!network.enabled) {
        return <StateTag tone="off">{t('discovery:off')}</StateTag>;
    }
    if (isUnderWay(network)) {
        return <StateTag tone="work">{t(network.asked?.status === 'queued' ? 'discovery:waiting' : 'discovery:looking')}</StateTag>;
    }
    if (network.asked?.status === 'failed') {
        return <StateTag tone="bad">{t('discovery:failed')}</StateTag>;
    }
    if (network.asked?.status === 'expired') {
        return <StateTag tone="wait">{t('discovery:unanswered')}</StateTag>;
    }
    return <StateTag tone={network.last_scan === null ? 'wait' : 'good'}>{t(network.last_scan === null ? 'discovery:never' : 'discovery:looked')}</StateTag>;
}
