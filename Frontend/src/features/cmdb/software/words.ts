import { addWords } from '../../../app/words';
import { inventoryEn } from '../../../locales/en/inventory';
import { inventoryPl } from '../../../locales/pl/inventory';

addWords('inventory', { en: inventoryEn, pl: inventoryPl });
