import { Button } from '@mantine/core';
import { useFormat } from '@monozu/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from './types';
import classes from './imports.module.css';

/** How far the present step has come. Undoing is one step, so its bar only says that it goes on. */
export function Progress({ of, onCancel }: { of: Import; onCancel: (() => void) | undefined }) {
    const { t } = useTranslation();
    const format = useFormat();
    const id = useId();
    const known = of.state !== 'undoing';
    return (
        <section className={classes.underWay} aria-labelledby={id}>
            <h2 id={id}>{t(`cmdbImports:progress.${of.state}`)}</h2>
            <progress className={classes.progress} max={of.row_count} {...(known ? { value: of.done } : {})} aria-labelledby={id} />
            <div className={classes.line}>
                {known && <span>{t('cmdbImports:progress.of', { done: format.number(of.done), total: format.number(of.row_count) })}</span>}
                {onCancel !== undefined && (
                    <Button size="compact-sm" variant="default" onClick={onCancel}>
                        {t('cmdbImports:progress.cancel')}
                    </Button>
                )}
            </div>
        </section>
    );
}
