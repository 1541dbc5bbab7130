import { languages, type Language, type Messages } from '@monozu/ui';
import i18next from 'i18next';

/** Words that come with the pages that need them, in both languages, and weigh on no other page: asked for as `namespace:key`. */
export function addWords(namespace: string, words: Record<Language, Messages>): void {
    languages.forEach((language) => i18next.addResourceBundle(language, namespace, words[language], true));
}
