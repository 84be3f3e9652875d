import type { Clock } from '../../src/core/clock.ts';

export interface MovingClock extends Clock {
  pass(ms: number): void;
}

/** A clock that stands still until the test lets time pass. */
export function movingClock(start = '2026-11-23T10:00:00.000Z'): MovingClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    pass(ms) {
      now += ms;
    },
  };
}

export const second = 1_000;
export const hour = 3_600_000;
export const day = 24 * hour;
