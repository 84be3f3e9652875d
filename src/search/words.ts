/** From text to search words: folded, without stop words, each with its stem. The same for documents and queries. */
import { stopWords } from './stop-words.ts';

const longestWord = 40;

/** Lower case, no accents; "1:1" and "e-mail" stay one word, apostrophes vanish. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replace(/\b(?:one|1)[ -](?:to|on|2)[ -](?:one|1)\b/g, '1x1')
    .replace(/\b(\d)[:-](?=\d\b)/g, '$1x')
    .replace(/\be-(?=mail)/g, 'e');
}

/** The words of a text in their order; single letters and stop words are left out. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of folded(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const single = word.length === 1 && /[a-z]/.test(word);
    if (!single && !stopWords.has(word)) words.push(word.slice(0, longestWord));
  }
  return words;
}

/** Plural, -ing, -ed, -ment and -ise/-ize taken off: not a dictionary form, only the same for all forms of a word. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = withoutEnding(withoutPlural(word).replace(/([a-z]{4})i[sz](?:e|ed|es|er|ing|ations?)$/, '$1is'));
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[a-z]{2}ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const [, base] = /^(.*[aeiouy].*?)(?:ing|ed|ment)$/.exec(word) ?? [];
  if (base === undefined || base.length < 4) return word;
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}
