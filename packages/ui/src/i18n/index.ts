import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['pl', 'en'] as const;
export type Language = (typeof languages)[number];

export type Messages = { [key: string]: string | Messages };
export type MessageLoaders = Record<Language, () => Promise<Messages>>;

const storageKey = 'mz.language';

export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
    const known = (tag: string | null): Language | undefined => languages.find((language) => tag?.toLowerCase().startsWith(language));
    return known(stored) ?? browser.map(known).find((language) => language !== undefined) ?? 'en';
}

/** Only the language in use is loaded. Plural forms follow CLDR: key_one, key_few, key_many, key_other. */
export async function createI18n(loaders: MessageLoaders): Promise<i18n> {
    const language = preferredLanguage(localStorage.getItem(storageKey), navigator.languages);
    await i18next.use(initReactI18next).init({
        lng: language,
        supportedLngs: languages,
        resources: { [language]: { translation: await loaders[language]() } },
        partialBundledLanguages: true,
        returnNull: false,
        interpolation: { escapeValue: false },
    });
    document.documentElement.lang = language;
    return i18next;
}

export async function changeLanguage(instance: i18n, loaders: MessageLoaders, language: Language): Promise<void> {
    // Pages may have added words of their own in this language already: only the console's tell whether it has been loaded.
    if (instance.getResource(language, 'translation', 'ui') === undefined) {
        instance.addResourceBundle(language, 'translation', await loaders[language](), true);
    }
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
    await instance.changeLanguage(language);
}
