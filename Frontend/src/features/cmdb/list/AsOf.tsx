import { Button, TextInput } from '@mantine/core';
import { ActionMenu, useFormat } from '@monozu/ui';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fromField, toField } from '../localTime';
import classes from './asOf.module.css';

/** Asks for a moment in the reader's own time. */
export function AsOfButton({ asOf, onChange }: { asOf: string | undefined; onChange: (at: string | undefined) => void }) {
    const { t } = useTranslation();
    const field = (close: () => void) => (
        <form
            className={classes.form}
            onSubmit={(event) => {
                event.preventDefault();
                const text = new FormData(event.currentTarget).get('at');
                close();
                onChange(typeof text === 'string' ? (fromField(text) ?? undefined) : undefined);
            }}
        >
            <TextInput name="at" type="datetime-local" data-autofocus required label={t('cmdb:asOf.when')} description={t('cmdb:asOf.hint')} defaultValue={toField(asOf ?? new Date())} max={toField(new Date())} />
            <Button type="submit" fullWidth>
                {t('cmdb:asOf.show')}
            </Button>
        </form>
    );
    return (
        <ActionMenu
            position="bottom-end"
            width={260}
            entries={[]}
            content={field}
            target={
                <Button variant="default" leftSection={<History size={14} aria-hidden />}>
                    {t('cmdb:asOf.button')}
                </Button>
            }
        />
    );
}

/** What is on the screen is the past: nobody may take it for the present. */
export function AsOfBanner({ asOf, onNow }: { asOf: string; onNow: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <div className={classes.banner} role="status">
            <History size={14} aria-hidden />
            <span>{t('cmdb:asOf.banner', { time: format.dateTime(asOf) })}</span>
            <Button size="compact-xs" variant="default" onClick={onNow}>
                {t('cmdb:asOf.now')}
            </Button>
        </div>
    );
}
