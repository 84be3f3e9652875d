/** When a community's digest is due: its own cadence, day, hour and zone, also over clock changes (product 10, T8). Pure. */
import { atLocal, localOf } from '../../core/local-time.ts';
import { addDays, isoWeekOf } from '../../core/time.ts';
import type { Digest } from './model.ts';

export interface DigestTime {
  readonly at: Date;
  /** ISO week of that day in the zone: names the digest. */
  readonly week: string;
  /** What it sums up: its week, or its month. Of one period nobody reads two. */
  readonly period: string;
}

/** Two months and a bit: what is due once a month is met, also when a period is over already. */
const mostDays = 100;
const monday = Date.parse('1970-01-05T00:00:00Z');
const dayMs = 86_400_000;

/** The first one after this moment whose week and period are not `taken`; undefined where there is none to come. */
export function nextDigest(
  digest: Digest,
  after: Date,
  taken: ReadonlySet<string> = new Set(),
): DigestTime | undefined {
  const today = localOf(after, digest.zone).date;
  for (let ahead = 0; ahead <= mostDays; ahead++) {
    const date = addDays(today, ahead);
    if (!isDay(digest, date)) continue;
    const time = timeOn(digest, date);
    if (time.at > after && !taken.has(time.week) && !taken.has(time.period)) return time;
  }
  return undefined;
}

function isDay({ cadence, weekday }: Digest, date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  if ((midnight.getUTCDay() || 7) !== weekday) return false;
  switch (cadence) {
    case 'off':
      return false;
    case 'weekly':
      return true;
    case 'everyTwoWeeks':
      // Counted from one Monday for all, so that a year of 53 weeks changes nothing.
      return Math.floor((midnight.getTime() - monday) / (7 * dayMs)) % 2 === 0;
    case 'monthly':
      return midnight.getUTCDate() <= 7;
  }
}

function timeOn({ cadence, at, zone }: Digest, date: string): DigestTime {
  const week = isoWeekOf(new Date(`${date}T00:00:00Z`));
  return { at: atLocal(date, at, zone).at, week, period: cadence === 'monthly' ? date.slice(0, 7) : week };
}

const spanDays = { off: 0, weekly: 7, everyTwoWeeks: 14, monthly: 31 } as const;

/** From when on the first digest tells, before which there was none. */
export const spanStart = ({ cadence }: Digest, at: Date): Date => new Date(at.getTime() - spanDays[cadence] * dayMs);
