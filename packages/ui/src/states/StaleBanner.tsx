import { Button } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import classes from './StaleBanner.module.css';

/** What is shown may be out of date: "as of 12:04, reconnecting". */
export function StaleBanner({ since, onRetry }: { since: number; onRetry?: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <div className={classes.banner} role="status">
            <CloudOff size={14} aria-hidden />
            <span>{t('ui.state.stale', { time: format.time(since) })}</span>
            {onRetry !== undefined && (
                <Button size="compact-xs" variant="subtle" onClick={onRetry}>
                    {t('ui.retry')}
                </Button>
            )}
        </div>
    );
}
