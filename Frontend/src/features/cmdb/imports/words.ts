import { addWords } from '../../../app/words';
import { cmdbImportsEn } from '../../../locales/en/cmdbImports';
import { cmdbImportsPl } from '../../../locales/pl/cmdbImports';

addWords('cmdbImports', { en: cmdbImportsEn, pl: cmdbImportsPl });
