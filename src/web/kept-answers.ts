/** Answers that were made before and still hold: many ask for the same list again and again, most of the time to hear the same. */
import type { Turn } from '../core/turn.ts';

export interface KeptAnswers {
  get(key: string): Buffer | undefined;
  put(key: string, answer: Buffer): void;
}

/** A list of fifty for each of a thousand people. */
const mostBytes = 24_000_000;
const minuteMs = 60_000;

/** Bounded in bytes; what was asked for longest ago goes first. */
export function keptAnswers(most = mostBytes): KeptAnswers {
  const kept = new Map<string, Buffer>();
  let bytes = 0;
  function drop(key: string): void {
    bytes -= key.length + (kept.get(key)?.length ?? 0);
    kept.delete(key);
  }
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer === undefined) return undefined;
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    put(key, answer) {
      if (kept.has(key)) drop(key);
      kept.set(key, answer);
      bytes += key.length + answer.length;
      for (const oldest of kept.keys()) {
        if (bytes <= most) return;
        drop(oldest);
      }
    },
  };
}

/**
 * All that an answer depends on: who asks with which rights and words, what for, the state of what it is made of, and the
 * minute, since what was on time a minute ago may be late. Undefined where the store cannot say its state.
 */
export function keyOf({ who, stamp, store, now }: Turn, kinds: readonly string[], url: string): string | undefined {
  const state = store.state?.(kinds);
  if (state === undefined) return undefined;
  const { tenantId, personId, locale, zone } = who;
  const minute = Math.floor(now.getTime() / minuteMs);
  return JSON.stringify([tenantId, personId, locale, zone, url, stamp, state, minute]);
}
