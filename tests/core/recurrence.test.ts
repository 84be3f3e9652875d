/** Series over clock changes: worked out by hand, read back by another library, and the same in every process (reliability 9). */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, test } from '@jest/globals';
import { atLocal, localOf } from '../../src/core/local-time.ts';
import { occurrencesOf, recurrenceRule, rruleOf, type Schedule } from '../../src/core/recurrence.ts';
import { writeCalendar } from '../../src/files/ics.ts';
import { sessionsRead, spanOf } from '../files/ics-reader.ts';
import { fileOf, madeOf, rowOf, rows, shownOf } from './recurrence-rows.ts';

describe('a local time', () => {
  it.each([
    ['2027-03-28', '02:30', 'Europe/Warsaw', '2027-03-28T01:30:00.000Z', 'gap', '03:30'],
    ['2027-10-31', '02:30', 'Europe/Warsaw', '2027-10-31T00:30:00.000Z', 'overlap', '02:30'],
    ['2027-03-28', '02:00', 'Europe/Madrid', '2027-03-28T01:00:00.000Z', 'gap', '03:00'],
    ['2027-03-28', '03:00', 'Europe/Madrid', '2027-03-28T01:00:00.000Z', 'plain', '03:00'],
    ['2027-10-31', '03:00', 'Europe/Madrid', '2027-10-31T02:00:00.000Z', 'plain', '03:00'],
    ['2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z', 'gap', '03:30'],
    ['2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30:00.000Z', 'overlap', '01:30'],
    ['2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00.000Z', 'gap', '02:45'],
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z', 'overlap', '01:45'],
    ['2027-09-05', '00:30', 'America/Santiago', '2027-09-05T04:30:00.000Z', 'gap', '01:30'],
    ['2027-06-01', '10:00', 'Asia/Kolkata', '2027-06-01T04:30:00.000Z', 'plain', '10:00'],
  ])('%s %s in %s is %s, %s, %s', (date, time, zone, instant, kind, real) => {
    const { at, ...rest } = atLocal(date, time, zone);
    expect({ at: at.toISOString(), ...rest }).toEqual({ at: instant, kind, time: real });
    expect(localOf(at, zone)).toEqual({ date, time: real });
  });
});

describe('a series', () => {
  it.each<[string, string[]]>([
    ['Madrid, over spring', ['2027-03-11T09:00', '2027-03-18T09:00', '2027-03-25T09:00', '2027-04-01T08:00']],
    ['Madrid, over autumn', ['2027-10-18T15:30', '2027-10-25T15:30', '2027-11-01T16:30', '2027-11-08T16:30']],
    ['Madrid, in the gap', ['2027-03-14T01:30', '2027-03-21T01:30', '2027-03-28T01:30', '2027-04-04T00:30']],
    ['Madrid, last Friday', ['2027-01-29T11:00', '2027-02-26T11:00', '2027-03-26T11:00', '2027-04-30T10:00']],
    ['Warsaw, 2027-03-28 alone', ['2027-03-28T01:30']],
    ['Warsaw, 2027-10-31 alone', ['2027-10-31T00:30']],
    // Content 8: New York changes on 14 March and 7 November, London on 28 March and 31 October.
    [
      'New York, weeks between, spring',
      ['2027-03-09T16:00', '2027-03-16T15:00', '2027-03-23T15:00', '2027-03-30T15:00'],
    ],
    [
      'New York, weeks between, autumn',
      ['2027-10-26T15:00', '2027-11-02T15:00', '2027-11-09T16:00', '2027-11-16T16:00'],
    ],
    ['London, first Wednesday', ['2027-01-06T15:00', '2027-02-03T15:00', '2027-03-03T15:00', '2027-04-07T14:00']],
    [
      'Lord Howe, half an hour, in the gap',
      ['2027-09-18T15:45', '2027-09-25T15:45', '2027-10-02T15:45', '2027-10-09T15:15'],
    ],
    ['Kolkata, no change', ['2026-12-17T11:00', '2027-01-21T11:00', '2027-02-18T11:00', '2027-03-18T11:00']],
    [
      'Every second week across new year',
      ['2026-12-16T12:00', '2026-12-30T12:00', '2027-01-13T12:00', '2027-01-27T12:00'],
    ],
    ['First date before its weekday', ['2026-12-29T12:00', '2027-01-12T12:00', '2027-01-26T12:00', '2027-02-09T12:00']],
    ['Day 28 over a leap February', ['2028-01-28T07:15', '2028-02-28T07:15', '2028-03-28T06:15', '2028-04-28T06:15']],
    ['Ends on the day of change', ['2027-03-07T01:30', '2027-03-14T01:30', '2027-03-21T01:30', '2027-03-28T01:30']],
    ['Ends early on its last day, far east', ['2027-01-03T11:15', '2027-01-10T11:15', '2027-01-17T11:15']],
    ['Count and end', ['2027-03-15T09:00', '2027-03-22T09:00', '2027-03-29T08:00', '2027-04-05T08:00']],
    ['Skipped dates count', ['2027-03-15T09:00', '2027-03-22T09:00', '2027-04-05T08:00']],
  ])('%s', (name, starts) => {
    const found = occurrencesOf(rowOf(name).schedule, { limit: 4 });
    expect(found.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual(starts);
  });

  it('has every kind of odd date in the rows', () => {
    const kinds = rows.flatMap((row) => shownOf(row).map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['plain', 'gap', 'overlap']));
  });

  it('is read from any day on, as far as any day', () => {
    for (const row of rows) {
      const all = shownOf(row);
      const middle = all[Math.floor(all.length / 2)]?.localDate ?? '';
      const some = occurrencesOf(row.schedule, { from: middle, limit: 3 });
      expect(some).toEqual(all.filter(({ localDate }) => localDate >= middle).slice(0, 3));
      const until = occurrencesOf(row.schedule, { to: middle, limit: 55 });
      expect(until).toEqual(all.filter(({ localDate }) => localDate <= middle));
    }
  });

  it('has nothing after its end or before its start', () => {
    const { schedule } = rowOf('Count and end');
    expect(occurrencesOf(schedule, { from: '2027-04-06', limit: 5 })).toEqual([]);
    expect(occurrencesOf(schedule, { to: '2027-03-14', limit: 5 })).toEqual([]);
    expect(occurrencesOf({ ...schedule, lastDate: '2027-03-01' }, { limit: 5 })).toEqual([]);
  });

  it('finds a far date in a series without an end', () => {
    const { schedule } = rowOf('Madrid, last Friday');
    expect(occurrencesOf(schedule, { from: '2041-03-01', limit: 1 })).toMatchObject([{ localDate: '2041-03-29' }]);
  });
});

describe('the rule as text', () => {
  const { schedule } = rowOf('Madrid, over spring');
  it.each<[string, Partial<Schedule>]>([
    ['FREQ=WEEKLY;BYDAY=TH', {}],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3', { rule: { every: 'twoWeeks', weekday: 7 }, count: 3 }],
    ['FREQ=MONTHLY;BYDAY=-1FR', { rule: { every: 'monthByWeekday', weekday: 5, ordinal: -1 } }],
    ['FREQ=MONTHLY;BYMONTHDAY=28', { rule: { every: 'monthByDate', dayOfMonth: 28 } }],
    ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401T215959Z', { lastDate: '2027-04-01' }],
    ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270402T065959Z', { lastDate: '2027-04-01', zone: 'America/Los_Angeles' }],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=4', { lastDate: '2027-04-01', count: 20 }],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=2', { lastDate: '2027-04-01', count: 2 }],
  ])('%s', (text, change) => expect(rruleOf({ ...schedule, ...change })).toBe(text));

  it.each<[string, object]>([
    ['no weekday', { every: 'week' }],
    ['weekday 8', { every: 'week', weekday: 8 }],
    ['no ordinal', { every: 'monthByWeekday', weekday: 1 }],
    ['ordinal 5', { every: 'monthByWeekday', weekday: 1, ordinal: 5 }],
    ['ordinal 0', { every: 'monthByWeekday', weekday: 1, ordinal: 0 }],
    ['day 29', { every: 'monthByDate', dayOfMonth: 29 }],
    ['no day', { every: 'monthByDate' }],
    ['another rhythm', { every: 'day' }],
  ])('is refused: %s', (_, rule) => expect(recurrenceRule.safeParse(rule).success).toBe(false));
});

describe('all rows', () => {
  test.each(rows.map((row) => [row.name, row] as const))('another library reads: %s', (_, row) => {
    const ours = shownOf(row).map(spanOf);
    expect(ours.length).toBeGreaterThan(0);
    expect(sessionsRead(writeCalendar(fileOf(row)), 55)).toEqual(ours);
  });

  test('are the same in processes of three zones', async () => {
    const here = rows.map(madeOf);
    const runs = ['America/Los_Angeles', 'UTC', 'Pacific/Auckland'].map(async (TZ) => {
      const file = new URL('recurrence-process.ts', import.meta.url).pathname;
      const child = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
        env: { ...process.env, TZ },
        maxBuffer: 2 ** 24,
      });
      return JSON.parse(child.stdout);
    });
    const [west, middle, east] = await Promise.all(runs);
    expect([west.offset, middle.offset, east.offset]).toEqual([420, 0, -720]);
    for (const { made } of [west, middle, east]) expect(made).toEqual(here);
    const instants = rows.reduce((sum, row) => sum + shownOf(row).length, 0);
    process.stdout.write(`recurrences: ${rows.length} series, ${instants} sessions, the same in 3 zones\n`);
  });
});
