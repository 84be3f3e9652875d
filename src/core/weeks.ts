/** ISO weeks in UTC as numbers that follow one another, so that they can be counted. */
import { isoWeekOf } from './time.ts';

const dayMs = 86_400_000;
/** The first of January 1970 was a Thursday: three days into week 0. */
const daysBefore = 3;

/** The number of the week that an instant lies in. */
export const weekOf = (at: Date | string): number => Math.floor((new Date(at).getTime() / dayMs + daysBefore) / 7);

/** The Monday that a week begins with. */
export const weekStart = (week: number): Date => new Date((week * 7 - daysBefore) * dayMs);

/** `2026-W48` */
export const weekName = (week: number): string => isoWeekOf(weekStart(week));

/** The number of `2026-W48`. */
export function weekNamed(name: string): number {
  const [year = '', week = ''] = name.split('-W');
  // The fourth of January lies in the first week of its year.
  return weekOf(`${year}-01-04T00:00:00Z`) + Number(week) - 1;
}

/** The last week that is over. */
export const lastClosed = (now: Date): number => weekOf(now) - 1;

/** The names of a span, both ends included; none when it is turned round. */
export const weekNames = ({ from, to }: { readonly from: string; readonly to: string }): string[] =>
  Array.from({ length: Math.max(0, weekNamed(to) - weekNamed(from) + 1) }, (_, at) => weekName(weekNamed(from) + at));
