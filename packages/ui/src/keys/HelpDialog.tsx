import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys } from './Keys';
import type { Shortcut } from './shortcuts';
import classes from './keys.module.css';

export default function HelpDialog({ shortcuts, onClose }: { shortcuts: readonly Shortcut[]; onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <Modal opened onClose={onClose} title={t('ui.keys.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <dl className={classes.list}>
                {shortcuts.map((shortcut) => (
                    <div key={shortcut.keys} className={classes.row}>
                        <dt>{shortcut.label}</dt>
                        <dd>
                            <Keys keys={shortcut.keys} />
                        </dd>
                    </div>
                ))}
            </dl>
        </Modal>
    );
}
