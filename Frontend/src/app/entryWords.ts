import i18next from 'i18next';
import { entryEn } from '../locales/en/entry';
import { entryPl } from '../locales/pl/entry';

// The words of these pages come with them, in both languages, and weigh on no other page.
i18next.addResourceBundle('en', 'entry', entryEn);
i18next.addResourceBundle('pl', 'entry', entryPl);
