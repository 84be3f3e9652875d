/** The language files: whole, alike, sayable, and neither more nor less than what is said. */
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { z } from 'zod';
import { fold } from '../../src/core/text.ts';
import { catalogueOf, languages, wordsFor } from '../../src/text/words.ts';
import {
  cardWords,
  commandNames,
  isUsed,
  keyOf,
  needed,
  templates,
  unknownFamilies,
  unknownTabFamilies,
} from './used-words.ts';

const english = catalogueOf('en');
const others = languages.filter((language) => language !== 'en');
const parse = (message: string, language: string) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
type Part = ReturnType<typeof parse>[number];

/** `max:number`, `days:plural`: the values of a message with their kinds, those inside plural forms as well. */
function placeholders(parts: readonly Part[]): string[] {
  const found = parts.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap((form) => placeholders(form.value)) : [];
    const kinds = ['text', 'value', 'number', 'date', 'time', 'select', 'plural'];
    const isValue = part.type > 0 && part.type < kinds.length;
    return [...inner, ...(isValue && 'value' in part ? [`${part.value}:${kinds[part.type]}`] : [])];
  });
  return [...new Set(found)].toSorted();
}

const sampleOf = (placeholder: string): [string, string | number] => {
  const [name = '', kind] = placeholder.split(':');
  return [name, kind === 'value' ? `<${name}>` : 2];
};

describe.each(others)('%s', (language) => {
  const catalogue = catalogueOf(language);

  test('has the keys of English, in the same order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  test('has the placeholders of English', () => {
    const of = (c: typeof english, l: string) =>
      Object.entries(c).map(([key, message]) => [key, placeholders(parse(message, l)).join()]);
    expect(of(catalogue, language)).toEqual(of(english, 'en'));
  });

  test('repeats no English sentence', () => {
    const same = Object.entries(catalogue).filter(
      ([key, message]) => message === english[key] && /\w{2,} \w{2,}/.test(message),
    );
    expect(same.filter(([, message]) => /[a-z]{3}/.test(message.replace(/\{[^}]*\}/g, '')))).toEqual([]);
  });
});

describe.each([...languages])('%s', (language) => {
  const words = wordsFor(language);
  const messages = Object.entries(catalogueOf(language));

  test('says every message with values', () => {
    const wrong = messages.filter(([key, message]) => {
      const samples = placeholders(parse(message, language)).map(sampleOf);
      const said = words(key, Object.fromEntries(samples));
      const lost = samples.some(([name, value]) => typeof value === 'string' && !said.includes(`<${name}>`));
      return said.trim() === '' || said.trim() !== said || /[{}]/.test(said) || lost;
    });
    expect(wrong).toEqual([]);
  });

  test('counts one, two and many', () => {
    for (const [key, message] of messages.filter(([, message]) => message.includes('plural,'))) {
      const [name = ''] = placeholders(parse(message, language))[0]?.split(':') ?? [];
      const said = [0, 1, 2, 5, 1_000_000].map((n) => words(key, { [name]: n }));
      expect(new Set(said).size).toBeGreaterThan(2);
    }
  });

  test('keeps the tone: no exclamation mark, no emoji, no hype', () => {
    const loud = /[!¡]|\p{Extended_Pictographic}|magic|mágic|revolu|supercharge/iu;
    expect(messages.filter(([, message]) => loud.test(message))).toEqual([]);
  });

  test('titles of buttons have at most 14 characters', () => {
    // Three buttons get their title from code, because the place or the finding decides it.
    const chosen = ['use.insert', 'use.getPrompt', 'warn.notPersonal', 'warn.goOn'];
    const keys = new Set([...cardWords.filter((each) => each.isButton).map(keyOf), ...chosen]);
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].map((key) => words(key)).filter((title) => title.length > 14)).toEqual([]);
  });
});

test('every word that the source asks for is there', () => {
  expect(unknownFamilies).toEqual([]);
  expect(unknownTabFamilies).toEqual([]);
  expect([...needed].filter((key) => !(key in english))).toEqual([]);
});

test('every word that is there is used', () => {
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});

test('no phrase stands for two commands, in any language', () => {
  const phrases = commandNames.flatMap((command) => {
    const said = languages.flatMap((language) => wordsFor(language)(`command.${command}`).split(';'));
    return [...new Set(said.map(fold))].map((phrase) => ({ phrase, command }));
  });
  expect(phrases.filter(({ phrase }) => phrase === '')).toEqual([]);
  const seen = phrases.map(({ phrase }) => phrase);
  expect(phrases.filter(({ phrase }, at) => seen.indexOf(phrase) !== at)).toEqual([]);
});

test('each command begins with the word that the manifest lists', () => {
  const first = (language: string) =>
    Object.fromEntries(commandNames.map((name) => [name, wordsFor(language)(`command.${name}`).split(';')[0]]));
  expect(first('es')).toMatchObject({
    ...{ help: 'ayuda', find: 'buscar', use: 'usar', canIUse: 'puedo usar' },
    ...{ flag: 'duda', ask: 'preguntar', settings: 'ajustes' },
  });
});

test('card templates hold no words of their own', () => {
  const shown = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText', 'speak']);
  const bare = (node: z.core.util.JSONType): string[] => {
    if (Array.isArray(node)) return node.flatMap(bare);
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? (shown.has(key) ? [value.replace(/\$\{[^}]*\}/g, '')] : []) : bare(value),
    );
  };
  const wordsIn = templates.flatMap(({ name, json }) => bare(json).map((text) => `${name}: ${text}`));
  expect(wordsIn.filter((line) => /\p{L}/u.test(line.slice(line.indexOf(': '))))).toEqual([]);
});
