import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ConflictModal.module.css';

export interface Conflict {
    /** What was being changed: "Title". */
    label: string;
    mine: string;
    theirs: string;
}

/** Somebody changed the same thing in the meantime. Nothing is decided for the reader: both are shown, one is kept. */
export function ConflictModal({ conflict, onKeepMine, onTakeTheirs }: { conflict: Conflict | null; onKeepMine: () => void; onTakeTheirs: () => void }) {
    const { t } = useTranslation();
    return (
        <Modal opened={conflict !== null} onClose={onTakeTheirs} title={t('ui.conflict.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {conflict !== null && (
                <>
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
                </>
            )}
        </Modal>
    );
}
