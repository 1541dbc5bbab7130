import type { LucideIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keys/shortcuts';

const PaletteDialog = lazy(() => import('./PaletteDialog'));

export interface Command {
    id: string;
    label: string;
    /** Beside it, in small: what kind of thing it is, where it is. */
    detail?: string;
    group: string;
    icon?: LucideIcon;
    /** Other words it is looked for by. */
    also?: string;
    keys?: string;
    run: () => void;
}

export interface PaletteProps {
    commands: readonly Command[];
    /** Things found on the server for what was typed. */
    find?: (text: string, signal: AbortSignal) => Promise<readonly Command[]>;
}

const openEvent = 'mz:palette';

export function openPalette(): void {
    document.dispatchEvent(new Event(openEvent));
}

/** Ctrl-K: everything the console can do, by name. */
export function CommandPalette({ commands, find }: PaletteProps) {
    const { t } = useTranslation();
    const [open, setOpen] = useState(false);
    useShortcuts([{ keys: 'mod+k', label: t('ui.palette.title'), everywhere: true, run: () => setOpen((shown) => !shown) }]);
    useEffect(() => {
        const show = () => setOpen(true);
        document.addEventListener(openEvent, show);
        return () => document.removeEventListener(openEvent, show);
    }, []);
    return open ? (
        <Suspense>
            <PaletteDialog commands={commands} find={find} onClose={() => setOpen(false)} />
        </Suspense>
    ) : null;
}
