/** The dates of a series by its rules, whatever held when: what was planned before a change, and what is planned now. Pure. */
import { atLocal, type LocalMoment, localOf } from '../../core/local-time.ts';
import { type Occurrence, occurrencesOf, type Stretch } from '../../core/recurrence.ts';
import type { Series } from './model.ts';

/** When sessions are, for a while. */
export type Plan = Pick<
  Series,
  'rule' | 'startsAt' | 'durationMinutes' | 'zone' | 'firstDate' | 'lastDate' | 'count' | 'skipDates'
>;
export type Planned = Plan & Pick<Series, 'earlier'>;

/** What held, the oldest first. */
export const phasesOf = ({ earlier, ...now }: Planned): Plan[] => [
  ...earlier.map((phase) => ({ ...phase, skipDates: now.skipDates })),
  now,
];

/** In their order; skipped dates are left out. */
export const datesOf = (series: Planned, asked: Stretch): Occurrence[] =>
  phasesOf(series)
    .flatMap((phase) => occurrencesOf(phase, asked))
    .slice(0, asked.limit);

/** The next ones that have not begun. */
export function datesAhead(series: Planned, now: Date, limit: number): Occurrence[] {
  // One more: that of today may have begun.
  const dates = datesOf(series, { from: localOf(now, series.zone).date, limit: limit + 1 });
  return dates.filter(({ startsAt }) => startsAt > now).slice(0, limit);
}

/** What held on a date of the series. */
export const phaseOn = (series: Planned, localDate: string): Plan =>
  phasesOf(series).findLast(({ firstDate }) => firstDate <= localDate) ?? series;

/** How the clocks of the zone meet the time of a date: a day on which they change may lack it, or have it twice. */
export function momentOn(series: Planned, localDate: string): LocalMoment & { readonly typed: string } {
  const { startsAt, zone } = phaseOn(series, localDate);
  return { ...atLocal(localDate, startsAt, zone), typed: startsAt };
}
