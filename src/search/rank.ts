/** Order of what was found: how well each word is said, how rare it is among the visible, then the reader's factor. */
import type { Postings } from './postings.ts';
import type { QueryWord } from './query.ts';
import { fullWorth, type Tally } from './tally.ts';

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
/**
 * What fits so much worse than the best, for this reader, is noise under a right answer. A factor below 1 only ranks lower.
 */
const leastBesideBest = 0.22;
const goodShare = 0.5;
const halfWay = 5;
const unknownWorth = 1.5;

export interface Ranking {
  readonly postings: Postings;
  /** The reader's factor for a slot; 0 = not theirs to see. */
  readonly visible: (slot: number) => number;
  /** `all` = only documents that hold every word that matters. */
  readonly tier: 'all' | 'any';
}

export function rank(words: readonly QueryWord[], { worths }: Tally, { postings, visible, tier }: Ranking): Ranked {
  const slots = slotsOf(words, worths, tier).filter((slot) => visible(slot) > 0);
  const counts = worths.map((column) => countOf(column, slots));
  const unknown = words.flatMap((_, at) => (counts[at] === 0 ? [at] : []));
  const judge = judging(sharesOf(words, counts), worths);
  const fits = new Float64Array(slots.length);
  let best = 0;
  let bestScore = 0;
  let good = 0;
  slots.forEach((slot, at) => {
    const { answers, fit } = judge(slot);
    fits[at] = answers < leastOfAny ? 0 : fit;
    best = Math.max(best, answers);
    bestScore = Math.max(bestScore, fit * Math.max(1, visible(slot)));
    if (answers >= goodShare) good++;
  });
  if (best < leastOfBest) return { hits: [], unknown, good };
  const hits: Hit[] = [];
  slots.forEach((slot, at) => {
    const fit = fits[at] ?? 0;
    const factor = visible(slot);
    if (fit > 0 && fit * Math.max(1, factor) >= bestScore * leastBesideBest)
      hits.push({ id: postings.idOf(slot) ?? '', score: fit * factor });
  });
  return { hits: hits.sort(byScore), unknown, good };
}

function countOf(column: Float64Array, slots: readonly number[]): number {
  let count = 0;
  for (const slot of slots) if ((column[slot] ?? 0) > 0) count++;
  return count;
}

/** The slots in which all that is needed, or anything, was found. */
function slotsOf(words: readonly QueryWord[], worths: readonly Float64Array[], tier: Ranking['tier']): number[] {
  const matter = worths.filter((_, at) => words[at]?.matter === 1);
  const columns = tier === 'any' || matter.length === 0 ? worths : matter;
  const enough = tier === 'any' ? 1 : columns.length;
  const slots: number[] = [];
  for (let slot = 0; slot < (worths[0]?.length ?? 0); slot++) {
    let found = 0;
    for (const column of columns) if ((column[slot] ?? 0) > 0) found++;
    if (found >= enough) slots.push(slot);
  }
  return slots;
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

/** `answers` = the part of the question that is answered, 0 to 1. In `fit` all words go before any word. */
function judging(
  shares: readonly number[],
  worths: readonly Float64Array[],
): (slot: number) => { answers: number; fit: number } {
  const whole = shares.reduce((sum, each) => sum + each, 0);
  return (slot) => {
    let answers = 0;
    let covered = 0;
    let sum = 0;
    for (let at = 0; at < shares.length; at++) {
      const part = shares[at] ?? 0;
      const value = worths[at]?.[slot] ?? 0;
      sum += part * saturated(value);
      answers += part * Math.min(1, value / fullWorth);
      if (value > 0) covered += part;
    }
    if (whole === 0) return { answers: 0, fit: 0 };
    return { answers: answers / whole, fit: (sum / whole) * (0.4 + (0.6 * covered) / whole) };
  };
}

/** The first field says most, each further one less, so that the reader's role can outweigh one field more. */
const saturated = (worth: number): number => (worth * (1 + halfWay)) / (worth + halfWay);

const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);
