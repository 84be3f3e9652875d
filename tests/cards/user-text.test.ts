/** User text in any field of any card is shown as it was typed, and never becomes markup, a mention, a link or code. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/core/text.ts';
import { wordsFor } from '../../src/text/words.ts';
import { anyCharacters } from '../helpers/any-characters.ts';
import { scaled } from '../helpers/scale.ts';
import { type Face, faces } from './all-cards.ts';
import { freePaths, type Path, withTexts } from './fields.ts';
import { hostileTexts } from './hostile.ts';
import { complaints } from './parse-card.ts';
import { asRead, type Shown, shown } from './shown-text.ts';

const words = wordsFor('en');
/** Each hostile text meets every n-th card, and the list card always: all cards take text in the same way. */
const turns = scaled(8, 1);
const cases = scaled(4_000, 40_000);

interface Place {
  readonly path: string;
  readonly isMarkdown: boolean;
  readonly isSeen: boolean;
  readonly text: string;
}

const unseen = new Set(['data', 'url', 'id', 'verb']);

/** Every text of a finished card with where it stands; a TextBlock and the facts are read as markdown. */
function placesOf(node: unknown, path = '', type = '', seen = true): Place[] {
  if (typeof node === 'string')
    return [
      {
        path,
        isMarkdown: (type === 'TextBlock' && path.endsWith('.text')) || /\.facts\.\d+\./.test(path),
        isSeen: seen,
        text: node,
      },
    ];
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && typeof node.type === 'string' ? node.type : '';
  return Object.entries(node).flatMap(([key, inner]) =>
    placesOf(
      inner,
      `${path}.${key}`,
      own,
      seen && !unseen.has(key) && !(key === 'value' && (own === '' || own === 'Input.ChoiceSet')),
    ),
  );
}

/** Every text of a finished card in the same order. */
function textsOf(node: unknown, found: string[] = []): string[] {
  if (typeof node === 'string') found.push(node);
  else if (typeof node === 'object' && node !== null) for (const inner of Object.values(node)) textsOf(inner, found);
  return found;
}

const token = (at: number): string => `qz${String(at).padStart(4, '0')}zq`;
const tokens = /qz(\d{4})zq/g;
const marks = /[\ue000\ue001]/g;

/** The same face with a plain token in each field tells where the text of that field must turn up. */
interface Plan {
  readonly face: Face;
  readonly paths: readonly Path[];
  readonly expected: readonly Expected[];
}

interface Expected extends Place {
  /** Of a text without a field of ours in it: what is wrong when it comes as it stands. */
  readonly fixed: readonly string[] | undefined;
}

function planOf(face: Face): Plan {
  const { card } = face.kind;
  const paths = freePaths(card, face.data);
  const plain = card.render(withTexts(face.data, paths, token), words, 'message');
  const expected = placesOf(JSON.parse(plain.json)).map((place) => {
    const isFixed = place.text.search(tokens) < 0;
    return { ...place, fixed: isFixed ? wrongAt(place, place.text, place.text) : undefined };
  });
  return { face, paths, expected };
}

const read = new Map<string, Shown>();
const plans = faces.filter((f) => f.sample !== 'longest').map(planOf);

/** Many fields hold the same text: each is read once. */
function readOnce(markdown: string): Shown {
  const known = read.get(markdown) ?? shown(markdown);
  if (read.size > 5_000) read.clear();
  read.set(markdown, known);
  return known;
}

/** What went wrong when each field holds its text. */
function wrongs({ face, paths, expected }: Plan, textOf: (at: number) => string): string[] {
  const { card } = face.kind;
  const made = card.render(withTexts(face.data, paths, textOf), words, 'message');
  const json: unknown = JSON.parse(made.json);
  const actual = textsOf(json);
  const name = `${face.kind.path} ${face.sample}`;
  if (actual.length !== expected.length) return [`${name}: ${actual.length} texts, not ${expected.length}`];
  return [
    ...expected.flatMap((want, at) => {
      const got = actual[at] ?? '';
      const filled = () => want.text.replace(tokens, (_, field: string) => textOf(Number(field)).replace(marks, ''));
      const found = got === want.text && want.fixed ? want.fixed : wrongAt(want, filled(), got);
      return found.map((wrong) => `${name}${want.path}: ${wrong}: ${JSON.stringify(got)}`);
    }),
  ];
}

function wrongAt({ isMarkdown, isSeen }: Place, wanted: string, got: string): string[] {
  const seen = isMarkdown ? readOnce(got) : { text: got, markup: [] };
  return [
    ...(asRead(seen.text) === asRead(wanted)
      ? []
      : [`reads ${JSON.stringify(seen.text)}, not ${JSON.stringify(wanted)}`]),
    ...seen.markup.map((tag) => `makes <${tag}>`),
    ...(isSeen && /<\/?at[\s>]/i.test(got) ? ['makes a mention'] : []),
    ...(isSeen && /\{\{\s*(?:DATE|TIME)\(/i.test(got) ? ['makes a date'] : []),
  ];
}

describe('user text on cards', () => {
  test('500 hostile texts, in every field of every card', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(500);
    const usual = plans.filter((p) => p.face.sample === 'usual');
    const [list] = usual.filter((p) => p.face.kind.path === 'playbook/list');
    const found = hostileTexts.flatMap((text, round) => {
      const turned = usual.filter((_, at) => at % turns === round % turns);
      return [...turned, ...(list ? [list] : [])].flatMap((plan) => wrongs(plan, () => text));
    });
    expect(found.slice(0, 10)).toEqual([]);
  });

  test('each field of each face once, with texts of different kinds side by side', () => {
    const found = plans.flatMap((plan) => wrongs(plan, (at) => hostileTexts[(at * 37) % hostileTexts.length] ?? ''));
    expect(found.slice(0, 10)).toEqual([]);
  });

  test('leaves every card one that the renderer takes', () => {
    const texts = (at: number): string => hostileTexts[(at * 53) % hostileTexts.length] ?? '';
    const found = plans.flatMap(({ face, paths }) =>
      complaints(JSON.parse(face.kind.card.render(withTexts(face.data, paths, texts), words, 'dialog').json)),
    );
    expect(found).toEqual([]);
  });

  test(`${cases} texts of any kind come back as they were typed`, () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'\\`*_[]()#+-.!|<>~&;={}$@:/"\' \n\tabc019éß漢ش'),
      maxLength: 60,
    });
    const any = fc.oneof(signs, signs, fc.string({ unit: 'grapheme', maxLength: 80 }), anyCharacters(80));
    const stored = any.map(cleanText).filter((text) => text !== '');
    const run = fc.property(
      fc.integer({ min: 0, max: plans.length - 1 }),
      fc.array(stored, { minLength: 1, maxLength: 4 }),
      (at, texts) => {
        const plan = plans[at];
        const found = plan ? wrongs(plan, (field) => texts[field % texts.length] ?? '') : ['no plan'];
        expect(found.slice(0, 3)).toEqual([]);
      },
    );
    fc.assert(run, { numRuns: cases });
  });
});
