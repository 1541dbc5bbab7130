import { scimEn } from '../../locales/en/scim';
import { scimPl } from '../../locales/pl/scim';
import { addWords } from '../../app/words';

addWords('scim', { en: scimEn, pl: scimPl });
