/** The days of a pilot: its weeks, its middle, its end. Pure. */
import { localOf } from '../../core/local-time.ts';
import { addDays, daysPast } from '../../core/time.ts';
import type { Pilot } from './model.ts';

const weekDays = 7;

export const endAfter = (from: string, weeks: number): string => addDays(from, weeks * weekDays);

/** Half of the weeks that were planned have passed. */
export const midDateOf = ({ startDate, weeks }: Pick<Pilot, 'startDate' | 'weeks'>): string | undefined =>
  startDate && addDays(startDate, Math.floor((weeks * weekDays) / 2));

const pulseWeeksApart = 4;

/** Its middle has a pulse only where that keeps nobody from answering at its start and at its end (decisions/029). */
export function isPulseInMiddle({ startDate, endDate, zone }: Dates, now: Date): boolean {
  if (!startDate || !endDate) return false;
  const today = todayIn(zone, now);
  return [daysBetween(startDate, today), daysBetween(today, endDate)].every(
    (days) => days >= pulseWeeksApart * weekDays,
  );
}

/** The day in its zone. */
export const todayIn = (zone: string, now: Date): string => localOf(now, zone).date;

type Dates = Pick<Pilot, 'startDate' | 'endDate' | 'zone'>;

/** `number` is 0 before its first day, and never more than there are; undefined until it was started. */
export function weekOf(
  { startDate, endDate, zone }: Dates,
  now: Date,
): { readonly number: number; readonly of: number } | undefined {
  if (!startDate || !endDate) return undefined;
  const of = Math.max(1, Math.ceil(daysBetween(startDate, endDate) / weekDays));
  const passed = daysBetween(startDate, todayIn(zone, now));
  return { number: Math.min(Math.max(Math.floor(passed / weekDays) + 1, 0), of), of };
}

const daysBetween = (from: string, to: string): number => daysPast(from, new Date(`${to}T00:00:00Z`));
