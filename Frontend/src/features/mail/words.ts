import { mailEn } from '../../locales/en/mail';
import { mailPl } from '../../locales/pl/mail';
import { addWords } from '../../app/words';

addWords('mail', { en: mailEn, pl: mailPl });
