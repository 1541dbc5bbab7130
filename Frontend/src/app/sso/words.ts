import { ssoSettingsEn } from '../../locales/en/ssoSettings';
import { ssoSettingsPl } from '../../locales/pl/ssoSettings';
import { addWords } from '../words';

addWords('sso', { en: ssoSettingsEn, pl: ssoSettingsPl });
