/** Words per language. en.json is the type of all: a test holds every other language to its keys and placeholders. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Words, WordsFor } from '../core/words.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

type Catalogue = Readonly<Record<string, string>>;

const catalogues: Readonly<Record<string, Catalogue>> = { en, es };

/** The languages the bot, the cards and the search speak; the first is the fallback. */
export const languages: readonly string[] = Object.keys(catalogues);

export const catalogueOf = (language: string): Catalogue => catalogues[language] ?? en;

const made = new Map<string, Words>();

export const wordsFor: WordsFor = (locale) => {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  const spoken = language in catalogues ? language : 'en';
  const words = made.get(spoken) ?? wordsOf(spoken);
  made.set(spoken, words);
  return words;
};

function wordsOf(language: string): Words {
  const catalogue = catalogueOf(language);
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string, message: string) => {
    const known = formats.get(key) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    formats.set(key, known);
    return known;
  };
  const say = (key: string, values: Record<string, string | number | boolean | Date> = {}): string => {
    const message = catalogue[key] ?? catalogueOf('en')[key];
    if (message === undefined) throw new Error(`text: no words for "${key}" in ${language}`);
    return message.includes('{') ? String(formatOf(key, message).format(values)) : message;
  };
  return Object.assign(say, { language, has: (key: string) => key in en });
}
