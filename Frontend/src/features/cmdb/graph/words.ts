import { addWords } from '../../../app/words';
import { cmdbGraphEn } from '../../../locales/en/cmdbGraph';
import { cmdbGraphPl } from '../../../locales/pl/cmdbGraph';

addWords('cmdbGraph', { en: cmdbGraphEn, pl: cmdbGraphPl });
