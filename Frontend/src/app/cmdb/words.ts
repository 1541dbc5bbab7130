import { cmdbNamesEn } from '../../locales/en/cmdbNames';
import { cmdbNamesPl } from '../../locales/pl/cmdbNames';
import { addWords } from '../words';

addWords('cmdbNames', { en: cmdbNamesEn, pl: cmdbNamesPl });
