import { StateTag, useFormat } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { verification } from './api';
import classes from './audit.module.css';

const everyMs = 60_000;

/** Whether the log is what was written, as the service last found by following the whole chain. */
export function ChainBadge() {
    const { t } = useTranslation();
    const format = useFormat();
    const { data } = useQuery({ ...verification, refetchInterval: everyMs });
    if (data === undefined) {
        return null;
    }
    const tone = data.state === 'intact' ? 'good' : data.state === 'broken' ? 'bad' : 'wait';
    const removed = data.removed > 0 && data.removed_until !== null ? t('audit.chain.removed', { count: data.removed, shown: format.number(data.removed), until: format.date(data.removed_until) }) : '';
    const found = data.finished_at === null ? '' : t('audit.chain.checked', { count: data.checked ?? 0, shown: format.number(data.checked ?? 0), at: format.dateTime(data.finished_at) });
    return (
        <span className={classes.chain} role="status" title={[data.fault_detail ?? '', removed].filter((text) => text !== '').join(' ')}>
            <StateTag tone={tone}>{t(`audit.chain.${data.state}`)}</StateTag>
            <span className={classes.checked}>{data.state === 'broken' && data.fault !== null ? t(`audit.fault.${data.fault}`) : found}</span>
        </span>
    );
}
