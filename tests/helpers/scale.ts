/** Counts by `FB_SCALE`, and random choices that a printed seed brings back. */
import { randomInt } from 'node:crypto';

export const isLong = process.env.FB_SCALE === 'long';
export const scaled = (normal: number, long: number): number => (isLong ? long : normal);

/** One seed that never changes and one that always does; print both. */
export const seeds = [20261123, randomInt(1, 2 ** 31)] as const;

export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number;
  pick<T>(items: readonly T[]): T;
  chance(share: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
}

/** mulberry32: small, fast, and the same everywhere. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    pick: (items) => items[number(items.length)] as (typeof items)[number],
    chance: (share) => next() < share,
    shuffle(items) {
      const shuffled = [...items];
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = number(at + 1);
        [shuffled[at], shuffled[other]] = [shuffled[other] as never, shuffled[at] as never];
      }
      return shuffled;
    },
  };
}

/** Runs `work` on every item, `width` at a time, and gives the results in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at] as T, at);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
