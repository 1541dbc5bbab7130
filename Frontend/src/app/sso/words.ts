import i18next from 'i18next';
import { ssoSettingsEn } from '../../locales/en/ssoSettings';
import { ssoSettingsPl } from '../../locales/pl/ssoSettings';

// The words of these pages come with them, in both languages, and weigh on no other page.
i18next.addResourceBundle('en', 'sso', ssoSettingsEn);
i18next.addResourceBundle('pl', 'sso', ssoSettingsPl);
