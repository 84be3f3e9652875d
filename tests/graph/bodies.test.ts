/** What a series is in Graph's words: each rule, each end and each time zone. */
import { describe, expect, it } from '@jest/globals';
import type { CalendarSeries } from '../../src/core/calendar.ts';
import type { RecurrenceRule } from '../../src/core/recurrence.ts';
import { differing, event, wantedOf } from '../../src/graph/event.ts';
import { spanOf } from '../../src/graph/occurrences.ts';
import { windowsZone } from '../../src/graph/zones.ts';

type When = Pick<CalendarSeries, 'rule' | 'firstDate' | 'lastDate' | 'count'>;

const zone = 'GMT Standard Time';
function whenOf(when: When) {
  const series: CalendarSeries = {
    ...{ seriesId: 's', title: 'Office hours', description: '', startsAt: '23:30', durationMinutes: 90 },
    ...{ zone: 'Europe/London', skipDates: ['2026-12-01'], overrides: [], isEnded: false, ...when },
  };
  const span = spanOf(series, zone);
  return span && wantedOf(series, span).when;
}

const week = { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' };
const relative = (day: string, index: string) => ({
  ...{ type: 'relativeMonthly', interval: 1, daysOfWeek: [day], index },
});

describe('a rule', () => {
  const rows: [rule: RecurrenceRule, first: string, pattern: object][] = [
    [{ every: 'week', weekday: 2 }, '2026-12-01', week],
    [{ every: 'week', weekday: 7 }, '2026-11-29', { ...week, daysOfWeek: ['sunday'] }],
    [{ every: 'twoWeeks', weekday: 2 }, '2026-12-01', { ...week, interval: 2 }],
    [{ every: 'monthByWeekday', weekday: 1, ordinal: 1 }, '2026-12-07', relative('monday', 'first')],
    [{ every: 'monthByWeekday', weekday: 3, ordinal: 2 }, '2026-12-09', relative('wednesday', 'second')],
    [{ every: 'monthByWeekday', weekday: 4, ordinal: 3 }, '2026-12-17', relative('thursday', 'third')],
    [{ every: 'monthByWeekday', weekday: 5, ordinal: 4 }, '2026-11-27', relative('friday', 'fourth')],
    [{ every: 'monthByWeekday', weekday: 1, ordinal: -1 }, '2026-11-30', relative('monday', 'last')],
    [{ every: 'monthByDate', dayOfMonth: 28 }, '2026-11-28', { type: 'absoluteMonthly', interval: 1, dayOfMonth: 28 }],
    [{ every: 'monthByDate', dayOfMonth: 1 }, '2026-12-01', { type: 'absoluteMonthly', interval: 1, dayOfMonth: 1 }],
  ];
  it.each(rows)('%j begins on %s', (rule, first, pattern) => {
    const after = new Date(Date.parse(`${first}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(whenOf({ rule, firstDate: '2026-11-25' })).toEqual({
      start: { dateTime: `${first}T23:30:00`, timeZone: zone },
      end: { dateTime: `${after}T01:00:00`, timeZone: zone },
      recurrence: { pattern, range: { type: 'noEnd', startDate: first } },
    });
  });
});

describe('an end', () => {
  const rule: RecurrenceRule = { every: 'week', weekday: 2 };
  const rangeOf = (end: Pick<When, 'lastDate' | 'count'>) =>
    whenOf({ rule, firstDate: '2026-11-25', ...end })?.recurrence.range;
  it.each<[what: string, end: Pick<When, 'lastDate' | 'count'>, range: object]>([
    ['none', {}, { type: 'noEnd' }],
    ['a last date', { lastDate: '2026-12-31' }, { type: 'endDate', endDate: '2026-12-31' }],
    ['a number', { count: 6 }, { type: 'numbered', numberOfOccurrences: 6 }],
    ['just once', { count: 1 }, { type: 'numbered', numberOfOccurrences: 1 }],
    ['both, the date first', { count: 9, lastDate: '2026-12-20' }, { type: 'numbered', numberOfOccurrences: 3 }],
    ['both, the number first', { count: 2, lastDate: '2026-12-20' }, { type: 'numbered', numberOfOccurrences: 2 }],
  ])('%s', (_what, end, range) => {
    expect(rangeOf(end)).toEqual({ startDate: '2026-12-01', ...range });
  });

  it('before the first date leaves nothing to write', () => {
    expect(rangeOf({ lastDate: '2026-11-30' })).toBeUndefined();
  });
});

it('what Graph fills in by itself is no difference, another zone of the rule is one', () => {
  const when = whenOf({ rule: { every: 'monthByDate', dayOfMonth: 5 }, firstDate: '2026-11-25', count: 3 });
  if (!when) throw new Error('no dates');
  const found = (recurrenceTimeZone: string) =>
    event.parse({
      ...{ id: '1', subject: 'Office hours', isOnlineMeeting: true, isCancelled: false },
      start: { dateTime: `${when.start.dateTime}.0000000`, timeZone: zone },
      end: { dateTime: `${when.end.dateTime}.0000000`, timeZone: zone },
      recurrence: {
        pattern: { ...when.recurrence.pattern, month: 0, daysOfWeek: [], firstDayOfWeek: 'sunday', index: 'first' },
        range: { ...when.recurrence.range, endDate: '0001-01-01', recurrenceTimeZone },
      },
    });
  const wanted = { subject: 'Office hours', when };
  expect(differing(found(zone), wanted)).toBeUndefined();
  expect(differing(found(''), wanted)).toBeUndefined();
  expect(differing(found('Romance Standard Time'), wanted)).toEqual(when);
});

describe('every time zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const without = zones.filter((each) => windowsZone(each) === undefined);

  it('has a name in Windows, or is refused', () => {
    process.stdout.write(
      `time zones: ${zones.length - without.length} of ${zones.length} have a name in Windows, not ${without.join()}\n`,
    );
    expect(without).toEqual(['Antarctica/Troll']);
  });

  it.each([
    ['Europe/Madrid', 'Romance Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['Europe/Kiev', 'FLE Standard Time'],
    ['America/Ciudad_Juarez', 'Mountain Standard Time'],
    ['America/Coyhaique', 'Magallanes Standard Time'],
    ['Australia/Lord_Howe', 'Lord Howe Standard Time'],
    ['UTC', 'UTC'],
  ])('%s is %s', (iana, windows) => expect(windowsZone(iana)).toBe(windows));
});
