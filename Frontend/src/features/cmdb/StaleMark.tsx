import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './cmdb.module.css';

/** Whoever said this has not been heard of for longer than usual. */
export function StaleMark({ short = false }: { short?: boolean }) {
    const { t } = useTranslation();
    return (
        <span className={classes.stale} title={t('cmdb:staleHint')}>
            <Hourglass size={12} aria-hidden />
            <span className={short ? 'mz-hidden' : undefined}>{t('cmdb:stale')}</span>
        </span>
    );
}
