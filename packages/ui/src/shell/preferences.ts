import { useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../i18n';
import type { MenuEntry } from '../menu/ActionMenu';

const schemes = [
    ['light', Sun],
    ['dark', Moon],
    ['auto', Monitor],
] as const;

/** Each language by its own name: whoever needs it can read it. */
export const languageNames: Record<Language, string> = { pl: 'Polski', en: 'English' };

/** Light or dark and the language, as entries of a menu. */
export function usePreferenceEntries(onLanguage: (language: Language) => void): MenuEntry[] {
    const { t, i18n } = useTranslation();
    // Without that option Mantine adds a style element for a moment, which the content security policy forbids.
    const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
    return [
        ...schemes.map(([scheme, icon]): MenuEntry => ({ label: t(`ui.scheme.${scheme}`), icon, checked: colorScheme === scheme, run: () => setColorScheme(scheme) })),
        'divider',
        ...languages.map((language): MenuEntry => ({ label: languageNames[language], lang: language, checked: i18n.language === language, run: () => onLanguage(language) })),
    ];
}
