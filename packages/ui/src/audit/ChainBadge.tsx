import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { StateTag } from '../tags/StateTag';
import classes from './ChainBadge.module.css';

/** How often a page asks again. */
export const chainEveryMs = 60_000;

/** What each service answers at /audit/verification. */
export interface ChainVerification {
    state: 'pending' | 'intact' | 'broken';
    checked: number | null;
    finished_at: string | null;
    removed: number;
    removed_until: string | null;
    fault: string | null;
    fault_detail: string | null;
}

/** Whether the audit log is what was written, as the service last found by following the whole chain. */
export function ChainBadge({ found }: { found: ChainVerification | undefined }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (found === undefined) {
        return null;
    }
    const tone = found.state === 'intact' ? 'good' : found.state === 'broken' ? 'bad' : 'wait';
    const removed = found.removed > 0 && found.removed_until !== null ? t('audit.chain.removed', { count: found.removed, shown: format.number(found.removed), until: format.date(found.removed_until) }) : '';
    const checked = found.finished_at === null ? '' : t('audit.chain.checked', { count: found.checked ?? 0, shown: format.number(found.checked ?? 0), at: format.dateTime(found.finished_at) });
    return (
        <span className={classes.chain} role="status" title={[found.fault_detail ?? '', removed].filter((text) => text !== '').join(' ')}>
            <StateTag tone={tone}>{t(`audit.chain.${found.state}`)}</StateTag>
            <span className={classes.checked}>{found.state === 'broken' && found.fault !== null ? t(`audit.fault.${found.fault}`) : checked}</span>
        </span>
    );
}
