import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ListPage.module.css';

export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
    const { t } = useTranslation();
    return (
        <div role="toolbar" aria-label={t('ui.list.bulk')} className={classes.bulk}>
            <span>{t('ui.list.selected', { count })}</span>
            {children}
            <CloseButton size="sm" aria-label={t('ui.keys.clearSelection')} onClick={onClear} />
        </div>
    );
}
