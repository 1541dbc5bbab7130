import { addWords } from '../../../app/words';
import { discoveryEn } from '../../../locales/en/discovery';
import { discoveryPl } from '../../../locales/pl/discovery';

addWords('discovery', { en: discoveryEn, pl: discoveryPl });
