import { addWords } from '../../app/words';
import { cmdbItemEn } from '../../locales/en/cmdbItem';
import { cmdbItemPl } from '../../locales/pl/cmdbItem';
import './words';

addWords('cmdbItem', { en: cmdbItemEn, pl: cmdbItemPl });
