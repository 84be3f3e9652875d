/** A series in an iCalendar file: its rule, and one more event for each date that is not as the rule says. */
import type { Override, SeriesEntry } from '../core/calendar-file.ts';
import { atLocal, clockChanges, localOf } from '../core/local-time.ts';
import { longestStep, type Occurrence, occurrencesOf, rruleOf, type Schedule } from '../core/recurrence.ts';
import { addDays, dayOf } from '../core/time.ts';
import { eventLines } from './ics-event.ts';
import { plainLine } from './ics-lines.ts';
import { localLine, timeLines, utcLines } from './ics-times.ts';

/** Nothing where the rule has no date before its end. */
export function seriesLines(entry: SeriesEntry): string[] {
  const series = withPlainStart(entry.schedule);
  const first = firstOf(series);
  if (!first) return [];
  const { startsAt, zone, skipDates } = series;
  const times = [
    localLine('DTSTART', { date: first.localDate, time: startsAt }, zone),
    localLine('DTEND', wallEnd(first.localDate, series), zone),
    plainLine('RRULE', rruleOf(series)),
    ...skipDates.toSorted().map((date) => localLine('EXDATE', { date, time: startsAt }, zone)),
  ];
  const own = entry.overrides.filter(({ localDate }) => !skipDates.includes(localDate));
  const odd = oddDates(entry, series).filter(({ localDate }) => !own.some((each) => each.localDate === localDate));
  return [
    ...eventLines(entry, times),
    ...own.toSorted(byDate).flatMap((each) => overrideLines(entry, each)),
    ...odd.flatMap((each) => eventLines(entry, [originalOf(each, series), ...utcLines(each)])),
  ];
}

const byDate = (a: Override, b: Override): number => (a.localDate < b.localDate ? -1 : 1);

/** With a series all its dates are cancelled. */
function overrideLines(entry: SeriesEntry, override: Override): string[] {
  const isCancelled = entry.isCancelled || override.isCancelled;
  const times = [originalOf(override, entry.schedule), ...timeLines(override, entry.schedule.zone)];
  return eventLines({ ...entry, ...override, isCancelled }, times);
}

/** Which date of the series an event stands for. */
const originalOf = ({ localDate: date }: { readonly localDate: string }, { startsAt: time, zone }: Schedule): string =>
  localLine('RECURRENCE-ID', { date, time }, zone);

const yearsAhead = 5;

/** The dates on which readers would find other instants than we do, written out in UTC for years ahead. */
function oddDates({ changedAt }: SeriesEntry, series: Schedule): Occurrence[] {
  const lastChange = dayOf(changedAt);
  const end = addDays(lastChange > series.firstDate ? lastChange : series.firstDate, yearsAhead * 365);
  const last = series.lastDate !== undefined && series.lastDate < end ? series.lastDate : end;
  // A session of the evening before may still run when the clocks change.
  const near = clockChanges(series.zone, addDays(series.firstDate, -1), addDays(last, 1)).flatMap((day) =>
    occurrencesOf(series, { from: addDays(day, -1), to: day, limit: 2 }),
  );
  return near.filter((date) => isOdd(date, series));
}

/** Its start or its end does not exist or comes twice, or the clocks change in between: readers add its length differently. */
function isOdd({ localDate, endsAt, kind }: Occurrence, series: Schedule): boolean {
  const { date, time } = wallEnd(localDate, series);
  const end = atLocal(date, time, series.zone);
  return kind !== 'plain' || end.kind !== 'plain' || end.at.getTime() !== endsAt.getTime();
}

/** What a clock on the wall that nobody sets would show at the end. */
const wallEnd = (day: string, { startsAt, durationMinutes }: Schedule) =>
  localOf(new Date(Date.parse(`${day}T${startsAt}Z`) + durationMinutes * 60_000), 'UTC');

const firstOf = (series: Schedule): Occurrence | undefined =>
  occurrencesOf({ ...series, skipDates: [] }, { limit: 1 })[0];

/** The length of all sessions is read off the first: an odd one makes way for the date before it, which is skipped. */
function withPlainStart(series: Schedule): Schedule {
  const first = firstOf(series);
  if (!first || !isOdd(first, series)) return series;
  const firstDate = addDays(first.localDate, -longestStep[series.rule.every]);
  const before = firstOf({ ...series, firstDate })?.localDate ?? firstDate;
  return {
    ...series,
    firstDate: before,
    skipDates: [before, ...series.skipDates],
    ...(series.count === undefined ? {} : { count: series.count + 1 }),
  };
}
