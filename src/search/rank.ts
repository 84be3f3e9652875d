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
  const slots: number[] = [];
  const factors: number[] = [];
  for (const slot of slotsOf(words, worths, tier)) {
    const factor = visible(slot);
    if (factor > 0) factors[slots.push(slot) - 1] = factor;
  }
  const counts = worths.map((column) => countOf(column, slots));
  const unknown = words.flatMap((_, at) => (counts[at] === 0 ? [at] : []));
  const { answers, fits } = judged(slots, worths, sharesOf(words, counts));
  let best = 0;
  let bestScore = 0;
  let good = 0;
  for (let at = 0; at < slots.length; at++) {
    const answered = answers[at] ?? 0;
    if (answered > best) best = answered;
    if (answered >= goodShare) good++;
    bestScore = Math.max(bestScore, cutScore(fits[at] ?? 0, factors[at] ?? 0));
  }
  if (best < leastOfBest) return { hits: [], unknown, good };
  const hits: Hit[] = [];
  for (let at = 0; at < slots.length; at++) {
    const [fit, factor] = [fits[at] ?? 0, factors[at] ?? 0];
    if ((answers[at] ?? 0) >= leastOfAny && cutScore(fit, factor) >= bestScore * leastBesideBest)
      hits.push({ id: postings.idOf(slots[at] ?? 0) ?? '', score: fit * factor });
  }
  return { hits: hits.sort(byScore), unknown, good };
}

const cutScore = (fit: number, factor: number): number => fit * Math.max(1, factor);

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
  const met = new Uint8Array(worths[0]?.length ?? 0);
  for (const column of columns)
    for (let slot = 0; slot < met.length; slot++) if ((column[slot] ?? 0) > 0) met[slot] = (met[slot] ?? 0) + 1;
  const slots: number[] = [];
  for (let slot = 0; slot < met.length; slot++) if ((met[slot] ?? 0) >= enough) slots.push(slot);
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

interface Judged {
  /** The part of the question that is answered, 0 to 1. */
  readonly answers: Float64Array;
  /** How well it is answered; all words go before any word. */
  readonly fits: Float64Array;
}

/** Word by word over all slots, without an object for each: this is half of a search. */
function judged(slots: readonly number[], worths: readonly Float64Array[], shares: readonly number[]): Judged {
  const answers = new Float64Array(slots.length);
  const fits = new Float64Array(slots.length);
  const covered = new Float64Array(slots.length);
  const whole = shares.reduce((sum, each) => sum + each, 0);
  for (const [word, column] of worths.entries()) {
    const share = whole === 0 ? 0 : (shares[word] ?? 0) / whole;
    for (let at = 0; at < slots.length; at++) {
      const value = column[slots[at] ?? 0] ?? 0;
      if (value === 0) continue;
      answers[at] = (answers[at] ?? 0) + share * Math.min(1, value / fullWorth);
      fits[at] = (fits[at] ?? 0) + share * saturated(value);
      covered[at] = (covered[at] ?? 0) + share;
    }
  }
  for (let at = 0; at < slots.length; at++) fits[at] = (fits[at] ?? 0) * (0.4 + 0.6 * (covered[at] ?? 0));
  return { answers, fits };
}

/** The first field says most, each further one less, so that the reader's role can outweigh one field more. */
const saturated = (worth: number): number => (worth * (1 + halfWay)) / (worth + halfWay);

const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);
