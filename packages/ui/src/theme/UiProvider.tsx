import './styles.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { ShortcutProvider } from '../keys/shortcuts';
import { ToastRegion } from '../toast/toasts';
import { theme } from './theme';

const schemes = localStorageColorSchemeManager({ key: 'mz.scheme' });

/** Theme, keyboard shortcuts and toasts: what every page of a console stands on. The variables come from a file, not a style element. */
export function UiProvider({ children }: { children: ReactNode }) {
    return (
        <MantineProvider
            theme={theme}
            defaultColorScheme="auto"
            colorSchemeManager={schemes}
            withCssVariables={false}
            withStaticClasses={false}
            withGlobalClasses={false}
            deduplicateCssVariables={false}
        >
            <ShortcutProvider>
                {children}
                <ToastRegion />
            </ShortcutProvider>
        </MantineProvider>
    );
}
