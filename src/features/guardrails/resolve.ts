/** Which tool and which kind of data a question in free words means: names and aliases, small typos forgiven. */
import { fold } from '../../core/text.ts';
import type { DataClass, Tool } from './model.ts';
import type { Identified, Rules } from './rules.ts';

export interface Meant {
  /** Every tool the words may mean: a bare "chatgpt" is the business plan and one's own account. */
  readonly tools: readonly Identified<Tool>[];
  /** The strictest class that was named. */
  readonly dataClass: Identified<DataClass> | undefined;
  /** What is left when tool, data and filler words are taken out; the name of an unknown tool, perhaps. */
  readonly rest: string;
}

interface Name<T> {
  readonly words: readonly string[];
  readonly item: T;
}

export function resolve(rules: Rules, text: string): Meant {
  const words = fold(text).split(' ').filter(Boolean).slice(0, 60);
  const toolHits = longestHits(
    words,
    namesOf([...rules.tools.values()], (t) => [t.name, ...t.aliases]),
  );
  const classHits = allHits(
    words,
    namesOf([...rules.classes.values()], (c) => [c.name, ...c.aliases, ...c.examples]),
  );
  const classes = classHits.map((h) => h.item).toSorted((a, b) => b.rank - a.rank);
  const used = new Set([...toolHits, ...classHits].flatMap((h) => h.at));
  return {
    tools: [...new Set(toolHits.map((h) => h.item))],
    dataClass: classes[0],
    rest: words.filter((word, at) => !used.has(at) && !fillers.has(word)).join(' '),
  };
}

interface Hit<T> extends Name<T> {
  readonly at: readonly number[];
}

function namesOf<T>(items: readonly T[], names: (item: T) => readonly string[]): Name<T>[] {
  return items.flatMap((item) => names(item).map((name) => ({ words: fold(name).split(' '), item })));
}

/** The hits with the most words: "my own chatgpt account" beats "chatgpt". */
function longestHits<T>(words: readonly string[], names: readonly Name<T>[]): Hit<T>[] {
  const hits = allHits(words, names);
  const most = Math.max(0, ...hits.map((h) => h.words.length));
  return hits.filter((h) => h.words.length === most);
}

function allHits<T>(words: readonly string[], names: readonly Name<T>[]): Hit<T>[] {
  return names.flatMap((name) => {
    const start = words.findIndex((_, at) => name.words.every((word, i) => same(words[at + i], word)));
    return start < 0 ? [] : [{ ...name, at: name.words.map((_, i) => start + i) }];
  });
}

/** Equal, a plural, or one slip in a longer word (a letter too many, too few, wrong, or two changed places). */
function same(typed: string | undefined, word: string): boolean {
  if (typed === undefined) return false;
  if (typed === word || typed === `${word}s` || `${typed}s` === word) return true;
  return word.length > 4 && typed.length > 4 && typed[0] === word[0] && oneSlip(typed, word);
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rests = [
    [a.slice(at + 1), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
  ];
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || rests.some(([x, y]) => x === y);
}

/** Words around a question that name neither tool nor data, in English and Spanish. */
const fillers = new Set(
  'a an the i we my our own can could may use using put paste upload with for in into on of to and is it allowed ok okay data from account version please do does does not this that what about puedo podemos usar uso con para en el la los las un una mi mis de del datos cuenta se puede poner subir'.split(
    ' ',
  ),
);
