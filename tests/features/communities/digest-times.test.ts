/** When a digest is due: by its own cadence, day, hour and zone, over clock changes too, and once for each period (product T8). */
import { describe, expect, it } from '@jest/globals';
import { nextDigest, spanStart } from '../../../src/features/communities/digest-times.ts';
import type { Digest } from '../../../src/features/communities/model.ts';

const london = { weekday: 3, at: '09:30', zone: 'Europe/London' } as const;
const newYork = { weekday: 4, at: '10:00', zone: 'America/New_York' } as const;

/** The next `count` of them, as `2027-03-18T14:00 2027-W11`. */
function following(digest: Digest, after: string, count: number): string[] {
  const found: string[] = [];
  let at = new Date(after);
  while (found.length < count) {
    const next = nextDigest(digest, at);
    if (!next) break;
    found.push(`${next.at.toISOString().slice(0, 16)} ${next.week}`);
    at = next.at;
  }
  return found;
}

describe('in the weeks between the clock changes of New York and London', () => {
  it.each<[string, Digest, string, string[]]>([
    [
      'New York, weekly: ten in the morning before and after the 14th of March',
      { cadence: 'weekly', ...newYork },
      '2027-03-08T00:00:00Z',
      [
        '2027-03-11T15:00 2027-W10',
        '2027-03-18T14:00 2027-W11',
        '2027-03-25T14:00 2027-W12',
        '2027-04-01T14:00 2027-W13',
      ],
    ],
    [
      'London, every two weeks: half past nine before and after the 28th of March',
      { cadence: 'everyTwoWeeks', ...london },
      '2027-03-08T00:00:00Z',
      ['2027-03-17T09:30 2027-W11', '2027-03-31T08:30 2027-W13', '2027-04-14T08:30 2027-W15'],
    ],
    [
      'London, weekly: over the 31st of October',
      { cadence: 'weekly', ...london },
      '2027-10-26T00:00:00Z',
      ['2027-10-27T08:30 2027-W43', '2027-11-03T09:30 2027-W44', '2027-11-10T09:30 2027-W45'],
    ],
    [
      'New York, weekly: over the 7th of November',
      { cadence: 'weekly', ...newYork },
      '2027-10-26T00:00:00Z',
      ['2027-10-28T14:00 2027-W43', '2027-11-04T14:00 2027-W44', '2027-11-11T15:00 2027-W45'],
    ],
    [
      'London, on a Sunday at an hour that the clocks skip: an hour later, once',
      { cadence: 'weekly', weekday: 7, at: '01:30', zone: 'Europe/London' },
      '2027-03-20T12:00:00Z',
      ['2027-03-21T01:30 2027-W11', '2027-03-28T01:30 2027-W12', '2027-04-04T00:30 2027-W13'],
    ],
    [
      'New York, on a Sunday at an hour that comes twice: the first, once',
      { cadence: 'weekly', weekday: 7, at: '01:30', zone: 'America/New_York' },
      '2027-11-01T12:00:00Z',
      ['2027-11-07T05:30 2027-W44', '2027-11-14T06:30 2027-W45'],
    ],
  ])('%s', (_, digest, after, expected) => {
    expect(following(digest, after, expected.length)).toEqual(expected);
  });
});

describe('each cadence', () => {
  it('once a month is the first such day of the month', () => {
    expect(following({ cadence: 'monthly', ...newYork }, '2026-12-01T00:00:00Z', 4)).toEqual([
      '2026-12-03T15:00 2026-W49',
      '2027-01-07T15:00 2027-W01',
      '2027-02-04T15:00 2027-W05',
      '2027-03-04T15:00 2027-W09',
    ]);
  });

  it('every two weeks keeps its step over a year of 53 weeks', () => {
    const all = following({ cadence: 'everyTwoWeeks', ...london }, '2026-12-01T00:00:00Z', 5);
    const days = all.map((each) => Date.parse(`${each.slice(0, 10)}T00:00:00Z`) / 86_400_000);
    expect(days.slice(1).map((day, n) => day - (days[n] ?? 0))).toEqual([14, 14, 14, 14]);
    expect(all.some((each) => each.endsWith('2026-W53') || each.endsWith('2027-W01'))).toBe(true);
  });

  it('off never comes', () => {
    expect(nextDigest({ cadence: 'off', ...london }, new Date('2026-12-01T00:00:00Z'))).toBeUndefined();
  });

  it('is never due at the moment it was asked after', () => {
    const digest: Digest = { cadence: 'weekly', ...london };
    const first = nextDigest(digest, new Date('2026-12-01T00:00:00Z'));
    expect(first?.at.toISOString()).toBe('2026-12-02T09:30:00.000Z');
    expect(nextDigest(digest, first?.at ?? new Date(0))?.week).toBe('2026-W50');
  });

  it('the week is that of the zone, not of UTC', () => {
    const digest: Digest = { cadence: 'weekly', weekday: 7, at: '23:30', zone: 'America/New_York' };
    expect(following(digest, '2026-12-01T00:00:00Z', 1)).toEqual(['2026-12-07T04:30 2026-W49']);
  });
});

describe('what is over is not told twice', () => {
  const after = new Date('2026-12-02T12:00:00Z');
  it.each<[string, Digest, string[], string]>([
    ['a week that had one', { cadence: 'weekly', ...newYork }, ['2026-W49'], '2026-W50'],
    ['a month that had one', { cadence: 'monthly', ...newYork, weekday: 1 }, ['2026-12'], '2027-W01'],
    ['a month whose week had a weekly one', { cadence: 'monthly', ...newYork }, ['2026-W49'], '2027-W01'],
  ])('%s', (_, digest, taken, week) => {
    expect(nextDigest(digest, after, new Set(taken))?.week).toBe(week);
  });

  it('the first tells of as long a time as the ones after it', () => {
    const at = new Date('2026-12-31T10:00:00Z');
    const days = (cadence: Digest['cadence']) =>
      (at.getTime() - spanStart({ cadence, ...london }, at).getTime()) / 86_400_000;
    expect([days('weekly'), days('everyTwoWeeks'), days('monthly')]).toEqual([7, 14, 31]);
  });
});
