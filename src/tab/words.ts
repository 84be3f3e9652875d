/** The tab's words in the reader's language; a message is formatted by the same library as on the server. */

import { languages } from 'virtual:languages';
import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, useContext } from 'react';

type Values = Record<string, string | number | Date>;

/** `key` is a key of text/<language>.json without its `tab.`. */
export type TabWords = ((key: string, values?: Values) => string) & { readonly language: string };

export const WordsContext = createContext<TabWords | undefined>(undefined);

export function useWords(): TabWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('tab: no words around this part');
  return words;
}

export async function loadWords(locale: string): Promise<TabWords> {
  const wanted = locale.toLowerCase().split('-')[0] ?? 'en';
  const language = Object.hasOwn(languages, wanted) ? wanted : 'en';
  const load = languages[language];
  if (!load) throw new Error(`tab: no words in ${language}`);
  const { default: messages } = await load();
  const made = new Map<string, IntlMessageFormat>();
  const say = (key: string, values: Values = {}): string => {
    const message = messages[key];
    if (message === undefined) throw new Error(`tab: no words for "${key}"`);
    if (typeof message === 'string') return message;
    const format = made.get(key) ?? new IntlMessageFormat(message, language);
    made.set(key, format);
    return String(format.format(values));
  };
  return Object.assign(say, { language });
}
