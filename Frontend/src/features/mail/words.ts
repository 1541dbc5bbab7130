import i18next from 'i18next';
import { mailEn } from '../../locales/en/mail';
import { mailPl } from '../../locales/pl/mail';

// The words of these pages come with them, in both languages, and weigh on no other page.
i18next.addResourceBundle('en', 'mail', mailEn);
i18next.addResourceBundle('pl', 'mail', mailPl);
