import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './factor.module.css';

/** Shown this once: to be copied, or kept as a file. */
export function RecoveryCodes({ product, codes }: { product: string; codes: readonly string[] }) {
    const { t } = useTranslation();
    const clipboard = useClipboard({ timeout: 2000 });
    const text = `${product} — ${t('factor.codesTitle')}\n\n${codes.join('\n')}\n`;
    const download = () => {
        const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
        const anchor = document.createElement('a');
        anchor.href = url;
        anchor.download = 'monozu-recovery-codes.txt';
        anchor.click();
        URL.revokeObjectURL(url);
    };
    return (
        <div className={classes.form}>
            <p>{t('factor.codesLead')}</p>
            <ul className={classes.codes} aria-label={t('factor.codesTitle')}>
                {codes.map((code) => (
                    <li key={code}>{code}</li>
                ))}
            </ul>
            <div className={classes.actions}>
                <Button variant="default" leftSection={clipboard.copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={() => clipboard.copy(text)}>
                    {clipboard.copied ? t('ui.copied') : t('ui.copy')}
                </Button>
                <Button variant="default" leftSection={<Download size={14} aria-hidden />} onClick={download}>
                    {t('factor.codesDownload')}
                </Button>
            </div>
            <span role="status" className="mz-hidden">
                {clipboard.copied ? t('ui.copied') : ''}
            </span>
        </div>
    );
}
