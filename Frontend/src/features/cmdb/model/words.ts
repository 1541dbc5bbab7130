import { addWords } from '../../../app/words';
import { cmdbModelEn } from '../../../locales/en/cmdbModel';
import { cmdbModelPl } from '../../../locales/pl/cmdbModel';

addWords('cmdbModel', { en: cmdbModelEn, pl: cmdbModelPl });
