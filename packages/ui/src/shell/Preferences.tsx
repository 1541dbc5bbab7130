import { Menu, useMantineColorScheme } from '@mantine/core';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../i18n';

const schemes = [
    ['light', Sun],
    ['dark', Moon],
    ['auto', Monitor],
] as const;

export function SchemeItems() {
    const { t } = useTranslation();
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    return schemes.map(([scheme, Icon]) => (
        <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={14} aria-hidden />}
            rightSection={colorScheme === scheme ? <Check size={14} aria-hidden /> : null}
            onClick={() => setColorScheme(scheme)}
        >
            {t(`ui.scheme.${scheme}`)}
        </Menu.Item>
    ));
}

/** Each language by its own name: whoever needs it can read it. */
export const languageNames: Record<Language, string> = { pl: 'Polski', en: 'English' };

export function LanguageItems({ onLanguage }: { onLanguage: (language: Language) => void }) {
    const { i18n } = useTranslation();
    return languages.map((language) => (
        <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={i18n.language === language}
            rightSection={i18n.language === language ? <Check size={14} aria-hidden /> : null}
            onClick={() => onLanguage(language)}
        >
            {languageNames[language]}
        </Menu.Item>
    ));
}
