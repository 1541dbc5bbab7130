import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

/** A secret that is shown this once: it can be copied, and nothing else keeps it. */
export function SecretOnce({ label, value }: { label: string; value: string }) {
    const { t } = useTranslation();
    const clipboard = useClipboard({ timeout: 2000 });
    return (
        <div className={classes.secret}>
            <span className={classes.secretLabel}>{label}</span>
            <code className={classes.secretValue}>{value}</code>
            <Button variant="default" leftSection={clipboard.copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={() => clipboard.copy(value)}>
                {clipboard.copied ? t('ui.copied') : t('ui.copy')}
            </Button>
            <span role="status" className="mz-hidden">
                {clipboard.copied ? t('ui.copied') : ''}
            </span>
        </div>
    );
}
