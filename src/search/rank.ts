/** Order of what was found: how well each word is said, how rare it is among the visible, then the reader's factor. */
import type { Postings } from './postings.ts';
import type { QueryWord } from './query.ts';
import { fullWorth, type Tally } from './tally.ts';

export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Ranked {
  /** The best, as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
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
  /** Only so many, the best, are put in order. */
  readonly first: number;
}

export function rank(words: readonly QueryWord[], tally: Tally, ranking: Ranking): Ranked {
  const { postings, first } = ranking;
  const { slots, factors, counts } = visibleSlots(words, tally, ranking);
  const unknown = words.flatMap((_, at) => (counts[at] === 0 ? [at] : []));
  const { answers, fits } = judged(slots, tally, sharesOf(words, counts));
  let best = 0;
  let bestScore = 0;
  let good = 0;
  for (let at = 0; at < slots.length; at++) {
    const answered = answers[at] ?? 0;
    if (answered > best) best = answered;
    if (answered >= goodShare) good++;
    bestScore = Math.max(bestScore, cutScore(fits[at] ?? 0, factors[at] ?? 0));
  }
  if (best < leastOfBest) return { hits: [], total: 0, unknown, good };
  const top = bestOf(first, (slot) => postings.idOf(slot) ?? '');
  let total = 0;
  for (let at = 0; at < slots.length; at++) {
    const fit = fits[at] ?? 0;
    const factor = factors[at] ?? 0;
    if ((answers[at] ?? 0) < leastOfAny || cutScore(fit, factor) < bestScore * leastBesideBest) continue;
    total++;
    top.offer(slots[at] ?? 0, fit * factor);
  }
  return { hits: top.hits, total, unknown, good };
}

interface Best {
  readonly hits: readonly Hit[];
  offer(slot: number, score: number): void;
}

/** Keeps the best in order; what is worse than all of them costs one comparison. Equal ones stand in the order of ids. */
function bestOf(most: number, idOf: (slot: number) => string): Best {
  const hits: Hit[] = [];
  return {
    hits,
    offer(slot, score) {
      const last = hits.at(-1);
      if (hits.length >= most && (!last || score < last.score)) return;
      const hit = { id: idOf(slot), score };
      if (hits.length >= most && last && !isBefore(hit, last)) return;
      if (hits.length >= most) hits.pop();
      let at = hits.length;
      for (let before = hits[at - 1]; before && isBefore(hit, before); before = hits[at - 1]) at--;
      hits.splice(at, 0, hit);
    },
  };
}

const isBefore = (a: Hit, b: Hit): boolean => a.score > b.score || (a.score === b.score && a.id < b.id);

const cutScore = (fit: number, factor: number): number => fit * Math.max(1, factor);

interface Slots {
  readonly slots: readonly number[];
  readonly factors: readonly number[];
  /** In how many of the slots each word was found. */
  readonly counts: readonly number[];
}

/** Where all that matters, or anything, was found, as far as it is the reader's to see. */
function visibleSlots(words: readonly QueryWord[], { found }: Tally, { visible, tier }: Ranking): Slots {
  const matters = words.reduce((bits, { matter }, word) => (matter === 1 ? bits | (1 << word) : bits), 0);
  const needed = tier === 'any' ? 0 : matters || (1 << words.length) - 1;
  const slots: number[] = [];
  const factors: number[] = [];
  const counts = words.map(() => 0);
  for (let slot = 0; slot < found.length; slot++) {
    const bits = found[slot] ?? 0;
    if (bits === 0 || (bits & needed) !== needed) continue;
    const factor = visible(slot);
    if (factor <= 0) continue;
    slots.push(slot);
    factors.push(factor);
    for (let word = 0; word < counts.length; word++) if (bits & (1 << word)) counts[word] = (counts[word] ?? 0) + 1;
  }
  return { slots, factors, counts };
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

/** Without an object for each slot: this is half of a search. */
function judged(slots: readonly number[], { worths, width }: Tally, shares: readonly number[]): Judged {
  const answers = new Float64Array(slots.length);
  const fits = new Float64Array(slots.length);
  const whole = shares.reduce((sum, each) => sum + each, 0);
  const parts = shares.map((share) => (whole === 0 ? 0 : share / whole));
  for (let at = 0; at < slots.length; at++) {
    const row = (slots[at] ?? 0) * width;
    let answered = 0;
    let fit = 0;
    let covered = 0;
    for (let word = 0; word < width; word++) {
      const value = worths[row + word] ?? 0;
      if (value === 0) continue;
      const share = parts[word] ?? 0;
      answered += share * Math.min(1, value / fullWorth);
      fit += share * saturated(value);
      covered += share;
    }
    answers[at] = answered;
    fits[at] = fit * (0.4 + 0.6 * covered);
  }
  return { answers, fits };
}

/** The first field says most, each further one less, so that the reader's role can outweigh one field more. */
const saturated = (worth: number): number => (worth * (1 + halfWay)) / (worth + halfWay);
