import { changeLanguage, createI18n, type Language, type MessageLoaders } from '@monozu/ui';
import type { i18n } from 'i18next';

const loaders: MessageLoaders = {
    pl: async () => {
        const [{ uiPl }, { pl }] = await Promise.all([import('@monozu/ui/i18n/pl'), import('../locales/pl')]);
        return { ui: uiPl, ...pl };
    },
    en: async () => {
        const [{ uiEn }, { en }] = await Promise.all([import('@monozu/ui/i18n/en'), import('../locales/en')]);
        return { ui: uiEn, ...en };
    },
};

export const startI18n = () => createI18n(loaders);
export const switchLanguage = (instance: i18n, language: Language) => changeLanguage(instance, loaders, language);
