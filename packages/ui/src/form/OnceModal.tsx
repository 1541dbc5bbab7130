import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

/** Around what is shown this once. A click beside it or Escape does not close it: the secret would be gone. */
export function OnceModal({ title, lead, onClose, children }: { title: string; lead: string; onClose: () => void; children: ReactNode }) {
    const { t } = useTranslation();
    return (
        <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
            <div className={classes.form}>
                <p>{lead}</p>
                {children}
                <div className={classes.actions}>
                    <Button onClick={onClose}>{t('ui.kept')}</Button>
                </div>
            </div>
        </Modal>
    );
}
