import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conflict } from './ConflictModal';
import classes from './ConflictModal.module.css';

export default function ConflictDialog({ conflict, onKeepMine, onTakeTheirs }: { conflict: Conflict; onKeepMine: () => void; onTakeTheirs: () => void }) {
    const { t } = useTranslation();
    return (
        <Modal opened onClose={onTakeTheirs} title={t('ui.conflict.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <p>{t('ui.conflict.body', { name: conflict.label })}</p>
            <dl className={classes.versions}>
                <dt>{t('ui.conflict.mine')}</dt>
                <dd>{conflict.mine}</dd>
                <dt>{t('ui.conflict.theirs')}</dt>
                <dd>{conflict.theirs}</dd>
            </dl>
            <div className={classes.actions}>
                <Button variant="default" onClick={onTakeTheirs} data-autofocus>
                    {t('ui.conflict.takeTheirs')}
                </Button>
                <Button onClick={onKeepMine}>{t('ui.conflict.keepMine')}</Button>
            </div>
        </Modal>
    );
}
