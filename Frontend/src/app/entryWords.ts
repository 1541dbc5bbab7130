import { entryEn } from '../locales/en/entry';
import { entryPl } from '../locales/pl/entry';
import { addWords } from './words';

addWords('entry', { en: entryEn, pl: entryPl });
