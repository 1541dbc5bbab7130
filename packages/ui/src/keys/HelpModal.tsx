import { Kbd, Modal } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutRegistry, useShortcuts, type Shortcut } from './shortcuts';
import classes from './HelpModal.module.css';

/** "?" shows the keys that work on this very page. */
export function HelpModal() {
    const { t } = useTranslation();
    const registry = useShortcutRegistry();
    const [shown, setShown] = useState<Shortcut[] | null>(null);
    useShortcuts([
        {
            keys: '?',
            label: t('ui.keys.help'),
            run: () => setShown([...new Map(registry.all().map((shortcut) => [shortcut.keys, shortcut])).values()]),
        },
    ]);
    return (
        <Modal opened={shown !== null} onClose={() => setShown(null)} title={t('ui.keys.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <dl className={classes.list}>
                {shown?.map((shortcut) => (
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

export function Keys({ keys }: { keys: string }) {
    const { t } = useTranslation();
    return (
        <span className={classes.keys}>
            {keys.split(' ').map((key, index) => (
                <Fragment key={key}>
                    {index > 0 && <span>{t('ui.keys.then')}</span>}
                    {key.split('+').map((part) => (
                        <Kbd key={part} size="xs">
                            {part === 'mod' ? 'Ctrl' : part.length === 1 ? part.toUpperCase() : part}
                        </Kbd>
                    ))}
                </Fragment>
            ))}
        </span>
    );
}
