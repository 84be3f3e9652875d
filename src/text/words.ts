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

type Values = Record<string, string | number | boolean | Date>;
type Format = (values: Values) => string;

const fullFormat = (message: string, language: string): Format => {
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  return (values) => String(format.format(values));
};

/** Most messages only name values. Put together here they cost a tenth; whatever else is written is the library's. */
function plainFormat(message: string): Format | undefined {
  const parts = message.split(/\{(\w+)\}/);
  if (parts.some((part) => /[{}'#]/.test(part))) return undefined;
  return (values) => parts.map((part, at) => (at % 2 === 0 ? part : said(values, part, message))).join('');
}

function said(values: Values, name: string, message: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`text: "${message}" needs a value for "${name}"`);
  return String(value);
}

const made = new Map<string, Words>();

export const wordsFor: WordsFor = (locale) => {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  const spoken = Object.hasOwn(catalogues, language) ? language : 'en';
  const words = made.get(spoken) ?? wordsOf(spoken);
  made.set(spoken, words);
  return words;
};

function wordsOf(language: string): Words {
  const catalogue = catalogueOf(language);
  const formats = new Map<string, Format>();
  const formatOf = (key: string, message: string) => {
    const known = formats.get(key) ?? plainFormat(message) ?? fullFormat(message, language);
    formats.set(key, known);
    return known;
  };
  const say = (key: string, values: Values = {}): string => {
    const message = catalogue[key] ?? catalogueOf('en')[key];
    if (message === undefined) throw new Error(`text: no words for "${key}" in ${language}`);
    return message.includes('{') ? formatOf(key, message)(values) : message;
  };
  return Object.assign(say, { language, has: (key: string) => Object.hasOwn(en, key) });
}
