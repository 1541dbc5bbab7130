import i18next from 'i18next';
import { scimEn } from '../../locales/en/scim';
import { scimPl } from '../../locales/pl/scim';

// The words of these pages come with them, in both languages, and weigh on no other page.
i18next.addResourceBundle('en', 'scim', scimEn);
i18next.addResourceBundle('pl', 'scim', scimPl);
