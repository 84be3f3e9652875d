/** Series of dates at a wall-clock time (product 4.5): the rule is kept, its RRULE and its instants are derived. */
import { RRuleTemporal } from 'rrule-temporal';
import { z } from 'zod';
import { date, localTime, zone } from './fields.ts';
import { atLocal, endOfDay, type LocalMoment } from './local-time.ts';
import { addDays } from './time.ts';

const weekday = z.number().int().min(1).max(7);

/** Only what every calendar can say. Weekdays from 1 = Monday; ordinal -1 is the last one of a month. */
export const recurrenceRule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.enum(['week', 'twoWeeks']), weekday }),
  z.strictObject({
    every: z.literal('monthByWeekday'),
    weekday,
    ordinal: z.union([z.literal(-1), z.number().int().min(1).max(4)]),
  }),
  z.strictObject({ every: z.literal('monthByDate'), dayOfMonth: z.number().int().min(1).max(28) }),
]);
export type RecurrenceRule = z.infer<typeof recurrenceRule>;

export const mostSessions = 104;
export const fewestMinutes = 15;
export const mostMinutes = 120;

/** Far years would ask for dates without end, and past ones have no session. */
const day = date.refine((value) => value >= '2000-01-01' && value <= '2199-12-31', { error: 'a date of these years' });

/** Days from one date of a rule to the next, at most. */
export const longestStep = { week: 7, twoWeeks: 14, monthByWeekday: 35, monthByDate: 31 };

/** With both `lastDate` and `count` the series ends with what comes first. *Just once* is a count of 1. */
export const schedule = z.object({
  rule: recurrenceRule,
  startsAt: localTime,
  durationMinutes: z.number().int().min(fewestMinutes).max(mostMinutes),
  zone,
  firstDate: day,
  lastDate: day.optional(),
  count: z.number().int().min(1).max(mostSessions).optional(),
  skipDates: z.array(day),
});
export type Schedule = z.infer<typeof schedule>;

export interface Occurrence {
  /** The day by the rule: the name of the session, also where its start moves over midnight. */
  readonly localDate: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: LocalMoment['kind'];
}

export interface Stretch {
  /** Days, both included; left out, from the first date and without an end. */
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

/** The sessions of a series in order. Skipped dates are left out, but `count` counts them, as RFC 5545 does. */
export function occurrencesOf(series: Schedule, { from, to, limit }: Stretch): Occurrence[] {
  const first = later(from, series.firstDate);
  const end = addDays(first, longestStep[series.rule.every] * (limit + series.skipDates.length + 1));
  const dates = datesOf(series, first, earlier(to, end)).filter((each) => !series.skipDates.includes(each));
  return dates.slice(0, limit).map((each) => occurrenceOn(each, series));
}

/** The text of an RFC 5545 RRULE, for a DTSTART on the first date of the rule at the zone's local time. */
export function rruleOf(series: Schedule): string {
  const { rule, zone, lastDate, count } = series;
  if (lastDate === undefined) return join(stepOf(rule), count === undefined ? '' : `COUNT=${count}`);
  // Count and end exclude each other in a rule.
  if (count !== undefined) return join(stepOf(rule), `COUNT=${datesOf(series, series.firstDate, lastDate).length}`);
  return join(stepOf(rule), `UNTIL=${utcStamp(endOfDay(lastDate, zone))}`);
}

/** `20270112T160000Z` */
export const utcStamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);
const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const join = (step: string, end: string): string => (end === '' ? step : `${step};${end}`);

function occurrenceOn(localDate: string, { startsAt, durationMinutes, zone }: Schedule): Occurrence {
  const { at, kind } = atLocal(localDate, startsAt, zone);
  return { localDate, startsAt: at, endsAt: new Date(at.getTime() + durationMinutes * 60_000), kind };
}

/**
 * The days of the rule from one day to another, both included. They are counted in UTC, where no day lacks an hour:
 * the library would leave out a day on which the local time does not exist.
 */
function datesOf(series: Schedule, from: string, to: string): string[] {
  const { rule, firstDate, count } = series;
  const first = daysBy(everyTime(rule), firstDate).next(midnight(firstDate), true)?.toPlainDate().toString();
  const last = earlier(series.lastDate, to);
  if (first === undefined || last < from || last < first) return [];
  const days = daysBy(join(stepOf(rule), count === undefined ? '' : `COUNT=${count}`), first);
  return days.between(midnight(from), midnight(last), true).map((each) => each.toPlainDate().toString());
}

const daysBy = (rrule: string, start: string): RRuleTemporal =>
  new RRuleTemporal({ rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rrule}` });

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

const dayNames = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function stepOf(rule: RecurrenceRule): string {
  switch (rule.every) {
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${dayNames[rule.weekday]}`;
    case 'twoWeeks':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${dayNames[rule.weekday]}`;
    case 'monthByWeekday':
      return `FREQ=MONTHLY;BYDAY=${rule.ordinal}${dayNames[rule.weekday]}`;
    case 'monthByDate':
      return `FREQ=MONTHLY;BYMONTHDAY=${rule.dayOfMonth}`;
  }
}

/** The rule without its pause: the weeks of "every two weeks" are counted from the first date, which is not known yet. */
const everyTime = (rule: RecurrenceRule): string =>
  stepOf(rule.every === 'twoWeeks' ? { ...rule, every: 'week' } : rule);
