/** Order of what was found: how well each word is said, how rare it is among the visible, then the reader's factor. */
import type { QueryWord, Question } from './query.ts';
import { type Found, fullWorth, worthOf } from './worth.ts';

export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Ranked {
  readonly hits: readonly Hit[];
  /** Positions of words that no visible document holds, in any wording. */
  readonly unknown: readonly number[];
  /** How many documents answer at least half of the question. */
  readonly good: number;
}

/** The best document must answer this share of the question, any other this one, or it is not listed. */
const leastOfBest = 0.3;
const leastOfAny = 0.1;
const goodShare = 0.5;
const halfWay = 5;
const unknownWorth = 1.5;

export function rank(asked: Question, found: readonly Found[], weigh: (id: string) => number): Ranked {
  const worths = found.map(worthOf(asked));
  const counts = asked.words.map((_, at) => worths.reduce((sum, worth) => sum + ((worth[at] ?? 0) > 0 ? 1 : 0), 0));
  const unknown = asked.words.flatMap((_, at) => (counts[at] === 0 ? [at] : []));
  const judge = judging(sharesOf(asked.words, counts));
  const hits: Hit[] = [];
  let best = 0;
  let good = 0;
  for (const [position, { id }] of found.entries()) {
    const { answers, score } = judge(worths[position] ?? []);
    best = Math.max(best, answers);
    if (answers >= goodShare) good++;
    if (answers >= leastOfAny) hits.push({ id, score: score * weigh(id) });
  }
  return { hits: best < leastOfBest ? [] : hits.sort(byScore), unknown, good };
}

/**
 * Rare words say more. Counted among the visible only, so that what is hidden moves nothing. A word that nobody knows
 * weighs somewhat more than the known ones do, however many documents there are.
 */
function sharesOf(words: readonly QueryWord[], counts: readonly number[]): number[] {
  const rarity = counts.map((count) => (count === 0 ? 0 : 1 / (1 + Math.log(1 + count))));
  const known = rarity.filter((each) => each > 0);
  const usual = known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
  return words.map(({ matter }, at) => matter * (rarity[at] || usual * unknownWorth));
}

/** `answers` = the part of the question that is answered, 0 to 1. In the score all words go before any word. */
function judging(shares: readonly number[]): (worth: readonly number[]) => { answers: number; score: number } {
  const whole = shares.reduce((sum, each) => sum + each, 0);
  return (worth) => {
    let answers = 0;
    let covered = 0;
    let sum = 0;
    for (let at = 0; at < shares.length; at++) {
      const part = shares[at] ?? 0;
      const value = worth[at] ?? 0;
      sum += part * saturated(value);
      answers += part * Math.min(1, value / fullWorth);
      if (value > 0) covered += part;
    }
    if (whole === 0) return { answers: 0, score: 0 };
    return { answers: answers / whole, score: (sum / whole) * (0.4 + (0.6 * covered) / whole) };
  };
}

/** The first field says most, each further one less, so that the reader's role can outweigh one field more. */
const saturated = (worth: number): number => (worth * (1 + halfWay)) / (worth + halfWay);

const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);
