/** How much may leave: every window of reliability 2 holds at every moment, however much there is to send (F27). */
import { describe, expect, it } from '@jest/globals';
import { sendBuckets } from '../../src/teams/send-buckets.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { dice, seeds } from '../helpers/scale.ts';

const windows = {
  shared: [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ],
  tenant: [[1_000, 20]],
} as const;

/** The fullest that any window of this length ever was. */
function fullest(times: readonly number[], ms: number): number {
  let first = 0;
  return times.reduce((most, at, last) => {
    while (at - (times[first] ?? at) >= ms) first++;
    return Math.max(most, last - first + 1);
  }, 0);
}

/** Sends as fast as it may: whatever is full waits exactly as long as it is told. */
function sendAll(count: number, { instances = 1, isPersonal = false, conversations = 1 }) {
  const clock = movingClock();
  const buckets = sendBuckets(clock, instances);
  const sent: { at: number; to: string }[] = [];
  let waits = 0;
  while (sent.length < count) {
    const to = `c${sent.length % conversations}`;
    const full = buckets.take('tenant', to, isPersonal);
    if (full) {
      waits++;
      clock.pass(full.waitMs);
    } else sent.push({ at: clock.now().getTime(), to });
  }
  return { times: sent.map(({ at }) => at), sent, waits };
}

describe('one conversation', () => {
  it.each([1, 2, 3])('keeps all four windows, shared by %d instances', (instances) => {
    const { times, waits } = sendAll(4_000 / instances, { instances });
    for (const [ms, most] of windows.shared) {
      const share = Math.floor(most / instances);
      expect(fullest(times, ms)).toBeLessThanOrEqual(share);
    }
    // Not slower than it must be: the hour is used up.
    expect(fullest(times, 3_600_000)).toBe(Math.floor(1_800 / instances));
    expect(waits).toBeLessThan(4_000);
  });

  it('is not filled faster when replies take places between', () => {
    const clock = movingClock();
    const buckets = sendBuckets(clock, 1);
    for (let n = 0; n < 7; n++) buckets.note('c');
    expect(buckets.take('t', 'c', false)).toEqual({ waitMs: 1_000, whose: 'conversation' });
    clock.pass(1_000);
    expect(buckets.take('t', 'c', false)).toBeUndefined();
    expect(buckets.take('t', 'c', false)).toEqual({ waitMs: 1_000, whose: 'conversation' });
  });

  it('of one person takes ten a minute', () => {
    const { times } = sendAll(100, { isPersonal: true });
    expect(fullest(times, 60_000)).toBe(10);
    expect(fullest(times, 1_000)).toBe(7);
  });
});

describe('one tenant', () => {
  it.each([1, 2, 4])('sends 20 a second in the background, shared by %d instances', (instances) => {
    const { times } = sendAll(600, { instances, conversations: 600 });
    expect(fullest(times, 1_000)).toBe(20 / instances);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    expect(seconds).toBe(600 / (20 / instances) - 1);
  });

  it('says that it is the tenant, and another tenant is free', () => {
    const buckets = sendBuckets(movingClock(), 1);
    for (let n = 0; n < 20; n++) expect(buckets.take('t', `c${n}`, false)).toBeUndefined();
    expect(buckets.take('t', 'c20', false)).toEqual({ waitMs: 1_000, whose: 'tenant' });
    expect(buckets.take('u', 'c21', false)).toBeUndefined();
  });
});

describe('by chance', () => {
  it.each(seeds)('no window is ever too full, seed %d', (seed) => {
    const random = dice(seed);
    const clock = movingClock();
    const buckets = sendBuckets(clock, 1);
    const sent: { at: number; to: string }[] = [];
    for (let n = 0; n < 6_000; n++) {
      const to = `c${random.number(3)}`;
      if (!buckets.take('t', to, false)) sent.push({ at: clock.now().getTime(), to });
      if (random.chance(0.3)) clock.pass(random.number(random.chance(0.02) ? 40_000 : 900));
    }
    for (const to of ['c0', 'c1', 'c2']) {
      const times = sent.filter((each) => each.to === to).map(({ at }) => at);
      for (const [ms, most] of windows.shared) expect(fullest(times, ms)).toBeLessThanOrEqual(most);
    }
    for (const [ms, most] of windows.tenant)
      expect(
        fullest(
          sent.map(({ at }) => at),
          ms,
        ),
      ).toBeLessThanOrEqual(most);
    expect(sent.length).toBeGreaterThan(500);
  });
});

describe('a clock that is set', () => {
  it('back an hour holds nobody up', () => {
    const clock = movingClock();
    const buckets = sendBuckets(clock, 1);
    for (let n = 0; n < 7; n++) buckets.take('t', 'c', false);
    clock.pass(-3_600_000);
    expect(buckets.take('t', 'c', false)).toBeUndefined();
  });
});
