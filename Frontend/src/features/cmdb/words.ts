import { addWords } from '../../app/words';
import { cmdbEn } from '../../locales/en/cmdb';
import { cmdbPl } from '../../locales/pl/cmdb';

addWords('cmdb', { en: cmdbEn, pl: cmdbPl });
