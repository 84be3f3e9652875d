/** A question made ready: its words, and all the ways in which a document may say them. */
import { weak } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';
import { stem, wordsOf } from './words.ts';

/** One way to say some of the question's words; all its terms must be found. */
export interface Wording {
  readonly terms: readonly string[];
  /** Positions in `Question.words` that it stands for. */
  readonly covers: readonly number[];
  readonly weight: number;
}

export interface QueryWord {
  readonly raw: string;
  readonly stem: string;
  /** How much the word says about the task: 1, or little for words that go with any task. */
  readonly matter: number;
}

export interface Question {
  readonly words: readonly QueryWord[];
  /** Each word as written and as its stem. */
  readonly own: readonly Wording[];
  /** Other names of what the words say. */
  readonly others: readonly Wording[];
  /** The last word may still be half typed. */
  readonly prefix: string | undefined;
}

/** Another spelling of one word. */
export interface Correction {
  readonly position: number;
  readonly term: string;
  readonly weight: number;
}

const longestText = 500;
const mostWords = 16;
const stemWeight = 0.9;
const synonymWeight = 0.75;
const weakMatter = 0.25;
const shortestPrefix = 3;

export function question(text: string, thesaurus: Thesaurus): Question {
  const raws = [...new Set(wordsOf(text.slice(0, longestText)))].slice(0, mostWords);
  const words = raws.map((raw) => ({ raw, stem: stem(raw), matter: weak.has(raw) ? weakMatter : 1 }));
  const own = words.flatMap((word, at) => [
    { terms: [word.raw], covers: [at], weight: 1 },
    ...(word.stem === word.raw ? [] : [{ terms: [word.stem], covers: [at], weight: stemWeight }]),
  ]);
  return { words, own, others: synonyms(words, thesaurus), prefix: prefixOf(words) };
}

/** Two letters are a beginning only when nothing else is asked; words that go with any task never are. */
function prefixOf(words: readonly QueryWord[]): string | undefined {
  const last = words.at(-1);
  if (last === undefined || last.matter < 1) return undefined;
  return last.raw.length >= shortestPrefix || words.length === 1 ? last.raw : undefined;
}

/** Further wordings of a question: other spellings of some of its words, and the synonyms of those. */
export function corrected(asked: Question, corrections: readonly Correction[], thesaurus: Thesaurus): Wording[] {
  return corrections.flatMap(({ position, term, weight }) => {
    const spelled = asked.words.map((word, at) => (at === position ? { ...word, stem: stem(term) } : word));
    const others = synonyms(spelled, thesaurus).filter((wording) => wording.covers.includes(position));
    return [
      { terms: [term], covers: [position], weight },
      ...others.map((wording) => ({ ...wording, weight: wording.weight * weight })),
    ];
  });
}

function synonyms(words: readonly QueryWord[], thesaurus: Thesaurus): Wording[] {
  const stems = words.map((word) => word.stem);
  return thesaurus.alternatives(new Set(stems)).map(({ terms, covers }) => ({
    terms,
    covers: covers.map((name) => stems.indexOf(name)),
    weight: synonymWeight,
  }));
}
