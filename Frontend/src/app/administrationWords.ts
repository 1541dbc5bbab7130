import { administration as english } from '../locales/en/administration';
import { administration as polish } from '../locales/pl/administration';
import { addWords } from './words';

// What is said of people, rights and records is read on a few pages only, and comes with those.
addWords('translation', { en: english, pl: polish });
