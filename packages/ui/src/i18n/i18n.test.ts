import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '.';
import { uiEn } from './en';
import { missingForms } from './forms';
import { uiPl } from './pl';

describe('the languages', () => {
    it('have the same words, in every plural form of each', () => {
        expect(missingForms(uiEn, 'en', uiPl, 'pl')).toEqual([]);
        expect(missingForms(uiPl, 'pl', uiEn, 'en')).toEqual([]);
    });

    it('count in Polish as Polish does', async () => {
        const i18n = i18next.createInstance();
        await i18n.init({ lng: 'pl', resources: { pl: { translation: { ui: uiPl } } }, interpolation: { escapeValue: false } });
        const rows = (count: number) => i18n.t('ui.list.announce', { count });
        expect([1, 2, 5, 12, 22, 25, 112, 1.5].map(rows)).toEqual(['1 wiersz', '2 wiersze', '5 wierszy', '12 wierszy', '22 wiersze', '25 wierszy', '112 wierszy', '1.5 wiersza']);
    });

    it('are chosen by what was chosen before, then by the browser', () => {
        expect(preferredLanguage('pl', ['en-US'])).toBe('pl');
        expect(preferredLanguage(null, ['de', 'pl-PL', 'en'])).toBe('pl');
        expect(preferredLanguage('xx', ['de'])).toBe('en');
    });
});
