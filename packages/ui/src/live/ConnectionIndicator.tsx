import type { LiveState } from '@monozu/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { StateTag, type Tone } from '../tags/StateTag';

const tones: Record<LiveState, Tone> = { open: 'good', connecting: 'wait', waiting: 'bad', stopped: 'off' };

/** Whether what is on the page is live; when it is not, since when. */
export function ConnectionIndicator({ state, since }: { state: LiveState; since: number | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    const text = state === 'waiting' && since !== null ? t('ui.live.waitingSince', { time: format.time(since) }) : t(`ui.live.${state}`);
    return (
        <span role="status">
            <StateTag tone={tones[state]}>{text}</StateTag>
        </span>
    );
}
