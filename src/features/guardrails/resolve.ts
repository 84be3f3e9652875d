/** Which tool and which kind of data a question in free words means: names and aliases, small typos forgiven. */
import { fold } from '../../core/text.ts';
import type { DataClass, Tool } from './model.ts';
import type { Identified, Rules } from './rules.ts';
import { isSpelledLike } from './spelling.ts';

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
  /** Its first letter: only names that begin like a word of the question are compared with it. */
  readonly initial: string | undefined;
  readonly item: T;
}

interface Hit<T> extends Name<T> {
  readonly at: readonly number[];
}

/** A word of the question; undefined once it is taken, so that it counts for one thing only. */
type Typed = string | undefined;

const mostWords = 60;

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean).slice(0, mostWords);

/** Quick, as every search asks it: do the words name a tool at all? */
export function namesTool(rules: Rules, text: string): boolean {
  const { toolNames, known } = lexiconOf(rules);
  return allHits(wordsOf(text), toolNames, known).length > 0;
}

export function resolve(rules: Rules, text: string): Meant {
  const words = wordsOf(text);
  const { toolNames, classNames, known } = lexiconOf(rules);
  const toolHits = widest(allHits(words, toolNames, known));
  const taken = new Set(toolHits.flatMap((hit) => hit.at));
  const free = words.map((word, at) => (taken.has(at) ? undefined : word));
  const classHits = allHits(free, classNames, known);
  const used = new Set([...taken, ...classHits.flatMap((hit) => hit.at)]);
  return {
    tools: meantTools(toolHits),
    dataClass: classHits.map((hit) => hit.item).toSorted((a, b) => b.rank - a.rank)[0],
    rest: words.filter((word, at) => !used.has(at) && !fillers.has(word)).join(' '),
  };
}

interface Lexicon {
  readonly toolNames: readonly Name<Identified<Tool>>[];
  readonly classNames: readonly Name<Identified<DataClass>>[];
  /** Every word of every name. */
  readonly known: ReadonlySet<string>;
}

const lexicons = new WeakMap<Rules, Lexicon>();

/** The names folded once for the life of the rules: every search asks whether it names a tool. */
function lexiconOf(rules: Rules): Lexicon {
  const ready = lexicons.get(rules);
  if (ready) return ready;
  const toolNames = namesOf([...rules.tools.values()], (t) => [t.name, ...t.aliases]);
  const classNames = namesOf([...rules.classes.values()], (c) => [c.name, ...c.aliases, ...c.examples]);
  const made = { toolNames, classNames, known: new Set([...toolNames, ...classNames].flatMap((name) => name.words)) };
  lexicons.set(rules, made);
  return made;
}

function namesOf<T>(items: readonly T[], names: (item: T) => readonly string[]): Name<T>[] {
  return items.flatMap((item) =>
    names(item).map((name) => ({ words: fold(name).split(' '), initial: fold(name)[0], item })),
  );
}

function allHits<T>(words: readonly Typed[], names: readonly Name<T>[], known: ReadonlySet<string>): Hit<T>[] {
  const same = (typed: Typed, word: string) => typed !== undefined && isSpelledLike(typed, word, known);
  const initials = new Set(words.map((word) => word?.[0]));
  return names
    .filter((name) => initials.has(name.initial))
    .flatMap((name) => {
      const start = words.findIndex((_, at) => name.words.every((word, i) => same(words[at + i], word)));
      return start < 0 ? [] : [{ ...name, at: name.words.map((_, i) => start + i) }];
    });
}

/** The hits that no longer hit holds inside it: "my own chatgpt" beats "chatgpt". */
const widest = <T>(hits: readonly Hit<T>[]): Hit<T>[] =>
  hits.filter(
    (hit) => !hits.some((other) => other.at.length > hit.at.length && hit.at.every((at) => other.at.includes(at))),
  );

/** What all the words agree on ("chatgpt" and "my own account"), else every tool that was named. */
function meantTools(hits: readonly Hit<Identified<Tool>>[]): Identified<Tool>[] {
  const tools = [...new Set(hits.map((hit) => hit.item))];
  const places = [...new Set(hits.map((hit) => hit.at.join()))];
  const agreed = tools.filter((tool) =>
    places.every((place) => hits.some((hit) => hit.item === tool && hit.at.join() === place)),
  );
  return agreed.length > 0 ? agreed : tools;
}

/** Words around a question that name neither tool nor data, in English and Spanish. */
const fillers = new Set(
  (
    'a an the i we my our own can could may use using put paste upload with for in into on of to and or is it allowed ok ' +
    'okay data list from account version please do does not this that what about ' +
    'puedo podemos puede pueden usar uso utilizar pegar poner subir meter con para por en a al el la los las lo un una ' +
    'unos unas mi mis tu su nuestro nuestra de del y o que se es este esta datos lista cuenta permitido favor'
  ).split(' '),
);
