/** One card = a template, a data schema and samples. Compiled once; user text is escaped for the slot it lands in. */
import { z } from 'zod';
import { fits, smaller } from './card-size.ts';
import { expander } from './expand.ts';
import { cardText } from './text.ts';
import type { Words } from './words.ts';

declare const expanded: unique symbol;

/** A finished card as JSON text: never expanded again, sent as it is. */
export interface Card {
  readonly json: string;
  /** What a notification and a client without cards show. */
  readonly summary: string;
  /** True when it was too large for its place and lost the ends of its longest lists or texts. */
  readonly cut: boolean;
  readonly [expanded]: true;
}

/**
 * Where a card will stand, which decides what its buttons may be. `message`: sent by the bot, buttons act in place.
 * `dialog`: inside a form. `anywhere`: inserted in a chat where the bot may not be, so every button opens a dialog.
 */
export type Place = 'message' | 'dialog' | 'anywhere';

export interface CardKind<Data = never> {
  readonly name: string;
  readonly template: object;
  readonly schema: z.ZodType;
  readonly samples: Readonly<Record<string, Data>>;
  render(data: Data, words: Words, place: Place): Card;
}

/** Marks of private use around user text, so that it is found again after expansion. `cleanText` removes them on the way in. */
const open = '\ue000';
const shut = '\ue001';
const marked = /\ue000([^\ue001]*)\ue001/g;
const marks = /[\ue000\ue001]/g;

const anyRecord = z.record(z.string(), z.unknown());

/** Data that names parts of the card itself (styles, verbs, ids, addresses) is not shown and not marked. */
const plainKey = /^(?:id|verb|url|sign|spacing|[a-zA-Z]+(?:Id|Url|Style))$/;

/**
 * Makes a kind of card. `schema` must have `summary`, a short plain sentence. In the template `${t.word}` is the reader's
 * word `card.<name>.<word>` (or `card.any.<word>`); everything else is data.
 */
export function card<S extends z.ZodObject>(
  name: string,
  template: object,
  schema: S,
  samples: Readonly<Record<string, z.input<S>>>,
): CardKind<z.input<S>> {
  let expand: ReturnType<typeof expander> | undefined;
  const wordsUsed = [...new Set([...JSON.stringify(template).matchAll(/\bt\.(\w+)/g)].map(([, word = '']) => word))];
  const byLanguage = new Map<string, Record<string, string>>();
  const wordsIn = (words: Words) => {
    const known = byLanguage.get(words.language) ?? cardWords(name, wordsUsed, words);
    byLanguage.set(words.language, known);
    return known;
  };

  return {
    name,
    template,
    schema,
    samples,
    render(input, words, place) {
      expand ??= expander(template);
      const filled = expand;
      const t = wordsIn(words);
      const made = (data: Record<string, unknown>) => {
        return JSON.stringify(settle(filled({ ...markRecord(data), t }), place));
      };
      const data = anyRecord.parse(schema.parse(input));
      const summary = typeof data.summary === 'string' ? data.summary : '';
      return { ...fitted(data, made, place), summary } as Card;
    },
  };
}

/** A card inside another card or body: its parsed JSON, for the seams that need an object. */
export const cardObject = (made: Card): Record<string, unknown> => anyRecord.parse(JSON.parse(made.json));

function cardWords(name: string, used: readonly string[], words: Words): Record<string, string> {
  return Object.fromEntries(
    used.map((word) => [word, words(words.has(`card.${name}.${word}`) ? `card.${name}.${word}` : `card.any.${word}`)]),
  );
}

function mark(value: unknown): unknown {
  if (typeof value === 'string')
    return `${open}${value.includes(open) || value.includes(shut) ? value.replace(marks, '') : value}${shut}`;
  if (Array.isArray(value)) return value.map(mark);
  if (typeof value === 'object' && value !== null) return markRecord(value);
  return value;
}

function markRecord(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, v]) => [key, plainKey.test(key) && typeof v === 'string' ? v : mark(v)]),
  );
}

/** Carried along, not read: cutting it would break it. */
const isWhole = (key: string): boolean => plainKey.test(key) || key === 'kept';

function fitted(data: Record<string, unknown>, made: (data: Record<string, unknown>) => string, place: Place) {
  let json = made(data);
  let less = fits(json, place) ? undefined : smaller(data, isWhole);
  const cut = less !== undefined;
  while (less) {
    json = made(less);
    less = fits(json, place) ? undefined : smaller(less, isWhole);
  }
  return { json, cut };
}

type Slots = 'plain' | 'markdown';

/** Walks the expanded card: marked text is escaped where markdown is read and bare elsewhere, buttons fit their place. */
function settle(node: unknown, place: Place, slot: Slots = 'plain'): unknown {
  if (typeof node === 'string') return settleText(node, slot);
  if (Array.isArray(node)) return node.map((item) => settle(item, place, slot));
  if (typeof node !== 'object' || node === null) return node;
  const type = 'type' in node ? node.type : undefined;
  const settled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node))
    if (value !== null) settled[key] = settle(value, place, slotOf(type, key, slot));
  return type === 'Action.Execute' ? button(settled, place) : settled;
}

function settleText(text: string, slot: Slots): string {
  const from = text.indexOf(open);
  if (from < 0) return text;
  // Most texts are one value from end to end.
  if (from === 0 && text.indexOf(shut) === text.length - 1) return cardText(text.slice(1, -1), slot);
  return text.replace(marked, (_, value: string) => cardText(value, slot));
}

/** TextBlock text and facts are read as markdown; TextRun text, inputs, titles of buttons and choices are not. */
function slotOf(type: unknown, key: string, inherited: Slots): Slots {
  if (key === 'text') return type === 'TextBlock' ? 'markdown' : 'plain';
  if (key === 'facts') return 'markdown';
  return inherited === 'markdown' && (key === 'title' || key === 'value') ? 'markdown' : 'plain';
}

/** An `Action.Execute` as its place can serve it; in a bot message old clients get the same verb by `Action.Submit`. */
function button(execute: Record<string, unknown>, place: Place): Record<string, unknown> {
  const { verb, data, type: _, ...rest } = execute;
  const own = typeof data === 'object' && data !== null ? data : {};
  const submit = { ...rest, type: 'Action.Submit', data: { ...own, verb } };
  if (place === 'message') return { ...execute, fallback: submit };
  return place === 'dialog' ? submit : { ...submit, data: { ...submit.data, msteams: { type: 'task/fetch' } } };
}
