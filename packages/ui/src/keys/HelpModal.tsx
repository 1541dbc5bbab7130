import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutRegistry, useShortcuts, type Shortcut } from './shortcuts';

// Dialogs are loaded when they are first opened: most visits never ask for the keys.
const HelpDialog = lazy(() => import('./HelpDialog'));

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
    return shown === null ? null : (
        <Suspense>
            <HelpDialog shortcuts={shown} onClose={() => setShown(null)} />
        </Suspense>
    );
}
