/** What a delivery makes of its record: the table of reliability 8, row by row, for each of the three pledges. */
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/core/courier.ts';
import { never } from '../../src/core/due-item.ts';
import type { SendRecord } from '../../src/core/send-record.ts';
import { again, judged, type Pledge, skipped, untried } from '../../src/jobs/outcome.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const record: SendRecord = {
  ...{ kind: 'flagState', subject: 'flag-1', occurrence: 'o', audience: 'asker', personId: 'p', isUrgent: false },
  ...{ state: 'claimed', wakeAt: '2026-11-23T10:02:00.000Z', usefulUntil: '2026-12-23T10:00:00.000Z' },
  ...{ fence: 1, attempts: 1, unclear: 0 },
};
const pledges: readonly Pledge[] = ['reminder', 'digest', 'update'];

/** `sent`, `failed: blocked`, or `waits 2000`; a dead address has a dagger. */
function shown({ record: made, isDead }: ReturnType<typeof judged>): string {
  const waits = made.state === 'planned' ? ` ${Date.parse(made.wakeAt) - now.getTime()}` : '';
  if (made.state !== 'planned') expect(made.wakeAt).toBe(never);
  return `${made.state}${made.error ? ` ${made.error}` : ''}${waits}${isDead ? ' †' : ''}`;
}
const judge = (delivery: Delivery, pledge: Pledge = 'reminder', change: Partial<SendRecord> = {}, chance = 0.5) =>
  judged({ ...record, ...change }, delivery, { now, pledge, chance });
const failed = (status?: number, retryAfterMs?: number): Delivery => ({
  kind: 'failed',
  ...(status === undefined ? {} : { status }),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

type Row = readonly [answer: string, delivery: Delivery, expected: Readonly<Record<Pledge, string>>];
const same = (expected: string) => ({ reminder: expected, digest: expected, update: expected });
const unclear = { reminder: 'planned 30000', digest: 'failed unclear', update: 'planned 30000' };

const rows: readonly Row[] = [
  ['2xx', { kind: 'sent' }, same('sent')],
  ['429 with Retry-After', failed(429, 7_000), same('planned 7000')],
  ['429 without', failed(429), same('planned 2000')],
  ['412', failed(412), same('planned 2000')],
  ['413', failed(413), same('planned 0')],
  ['401', failed(401), same('planned 1000')],
  ['403', failed(403), same('failed blocked †')],
  ['404', failed(404), same('failed gone †')],
  ['410', failed(410), same('failed gone †')],
  ...[400, 405, 409, 415, 422, 302].map((status): Row => [`${status}`, failed(status), same('failed refused')]),
  ...[408, 500, 502, 503, 504, 599].map((status): Row => [`${status}`, failed(status), unclear]),
  ['reset or time out', failed(), unclear],
  ['no place for it', { kind: 'full', waitMs: 400, whose: 'tenant' }, same('planned 400')],
  ['no token or no line', { kind: 'notSent' }, same('planned 2000')],
];

describe.each(pledges)('%s', (pledge) => {
  it.each(rows)('%s', (_answer, delivery, expected) => {
    expect(shown(judge(delivery, pledge))).toBe(expected[pledge]);
  });
});

describe('the second time', () => {
  it.each<[string, Delivery, Pledge, Partial<SendRecord>, string]>([
    ['unclear again', failed(503), 'reminder', { unclear: 1 }, 'failed unclear'],
    ['an update that is unclear for the fourth time', failed(), 'update', { unclear: 3 }, 'planned 30000'],
    ['an update that is unclear for the fifth', failed(), 'update', { unclear: 4 }, 'failed unclear'],
    ['412, the second try', failed(412), 'reminder', { conflicts: 1 }, 'planned 2000'],
    ['412, the third', failed(412), 'reminder', { conflicts: 2 }, 'failed refused'],
    ['413 of the short form', failed(413), 'reminder', { isShort: true }, 'failed refused'],
    ['401 with a new token', failed(401), 'reminder', { isRefreshed: true }, 'failed refused'],
    ['unclear after many waits', failed(500), 'reminder', { attempts: 9 }, 'planned 30000'],
    ['401 after many waits', failed(401), 'reminder', { attempts: 9 }, 'planned 1000'],
    ['412 after many waits', failed(412), 'reminder', { attempts: 9 }, 'planned 20000'],
  ])('%s', (_what, delivery, pledge, change, expected) => {
    expect(shown(judge(delivery, pledge, change))).toBe(expected);
  });

  it('remembers what was tried', () => {
    expect(judge(failed(412)).record).toMatchObject({ conflicts: 1 });
    expect(judge(failed(401)).record).toMatchObject({ isRefreshed: true });
    expect(judge(failed(413)).record).toMatchObject({ isShort: true });
    expect(judge(failed(504)).record).toMatchObject({ unclear: 1 });
    expect(judge({ kind: 'sent' }).record).toMatchObject({ sentAt: now.toISOString() });
  });
});

describe('a wait', () => {
  const waits = (delivery: Delivery, chance: number) =>
    [1, 2, 3, 4, 5, 6, 40].map((attempts) => {
      const { record: made } = judge(delivery, 'reminder', { attempts }, chance);
      return (Date.parse(made.wakeAt) - now.getTime()) / 1_000;
    });

  it('doubles from 2 to 20 seconds, a fifth more or less', () => {
    expect(waits(failed(429), 0.5)).toEqual([2, 4, 8, 16, 20, 20, 20]);
    expect(waits(failed(429), 0)).toEqual([1.6, 3.2, 6.4, 12.8, 16, 16, 16]);
    expect(waits(failed(429), 1)).toEqual([2.4, 4.8, 9.6, 19.2, 24, 24, 24]);
  });

  it('for a token or a line grows to five minutes', () => {
    expect(waits({ kind: 'notSent' }, 0.5)).toEqual([2, 4, 8, 16, 32, 64, 300]);
  });

  it.each<[string, Delivery, number]>([
    ['429', failed(429, 60_000), 60_000],
    ['unclear', failed(500), 30_000],
    ['no place', { kind: 'full', waitMs: 5_000, whose: 'conversation' }, 5_000],
  ])('past its use is none: %s', (_what, delivery, ms) => {
    const until = (left: number) => ({ usefulUntil: new Date(now.getTime() + left).toISOString() });
    expect(shown(judge(delivery, 'reminder', until(ms)))).toBe('skipped late');
    expect(shown(judge(delivery, 'reminder', until(ms + 1)))).toBe(`planned ${ms}`);
  });

  it('that tried nothing counts as none', () => {
    expect(untried(record, now, 9).record).toMatchObject({ attempts: 0, state: 'planned' });
    expect(untried({ ...record, attempts: 0 }, now, 9).record.attempts).toBe(0);
    expect(again(record, now, 9).record.attempts).toBe(1);
    expect(judge({ kind: 'full', waitMs: 1, whose: 'tenant' }).record.attempts).toBe(0);
  });

  it('never ends what it leaves alone', () => {
    expect(skipped(record, 'notTheirs')).toEqual({
      record: { ...record, state: 'skipped', error: 'notTheirs', wakeAt: never },
      isDead: false,
    });
  });
});
