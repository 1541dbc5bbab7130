import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { retention } from './api';
import classes from './audit.module.css';

const RetentionModal = lazy(() => import('./RetentionModal'));

/** How long entries are kept; whoever may change it presses on it. */
export function Retention() {
    const { t } = useTranslation();
    const { can } = useMe();
    const { data } = useQuery(retention);
    const [changing, setChanging] = useState(false);
    if (data === undefined) {
        return null;
    }
    const kept = t('audit.retention.kept', { count: data.days });
    if (!can('audit:write')) {
        return <span className={classes.checked}>{kept}</span>;
    }
    return (
        <>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setChanging(true)}>
                {kept}
            </Button>
            {changing && (
                <Suspense>
                    <RetentionModal present={data} onClose={() => setChanging(false)} />
                </Suspense>
            )}
        </>
    );
}
