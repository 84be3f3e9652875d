/** One card = a template, a data schema and samples. Compiled once; user text is escaped for the slot it lands in. */
import { z } from 'zod';
import { placed } from './card-buttons.ts';
import { fits, smaller } from './card-size.ts';
import { isPlainName } from './card-slots.ts';
import { compileCard } from './expand.ts';
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

const anyRecord = z.record(z.string(), z.unknown());

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
  const wordsUsed = [...new Set([...JSON.stringify(template).matchAll(/\bt\.(\w+)/g)].map(([, word = '']) => word))];
  const compiled = new WeakMap<Words, Map<Place, (data: object) => string>>();
  const writerFor = (words: Words, place: Place) => {
    const here = compiled.get(words) ?? new Map<Place, (data: object) => string>();
    const known = here.get(place) ?? compileCard(placed(template, place), cardWords(name, wordsUsed, words));
    compiled.set(words, here.set(place, known));
    return known;
  };

  return {
    name,
    template,
    schema,
    samples,
    render(input, words, place) {
      const data = anyRecord.parse(schema.parse(input));
      const summary = typeof data.summary === 'string' ? data.summary : '';
      return { ...fitted(data, writerFor(words, place), place), summary } as Card;
    },
  };
}

const objects = new WeakMap<Card, Readonly<Record<string, unknown>>>();

/** The card as an object, for the seams that need one; kept with a card that is answered many times. */
export function cardObject(made: Card): Readonly<Record<string, unknown>> {
  const known = objects.get(made) ?? anyRecord.parse(JSON.parse(made.json));
  objects.set(made, known);
  return known;
}

function cardWords(name: string, used: readonly string[], words: Words): Record<string, string> {
  return Object.fromEntries(
    used.map((word) => [word, words(words.has(`card.${name}.${word}`) ? `card.${name}.${word}` : `card.any.${word}`)]),
  );
}

/** Carried along, not read: cutting it would break it. */
const isWhole = (key: string): boolean => isPlainName(key) || key === 'kept';

function fitted(data: Record<string, unknown>, write: (data: object) => string, place: Place) {
  let json = write(data);
  let less = fits(json, place) ? undefined : smaller(data, isWhole);
  const cut = less !== undefined;
  while (less) {
    json = write(less);
    less = fits(json, place) ? undefined : smaller(less, isWhole);
  }
  return { json, cut };
}
