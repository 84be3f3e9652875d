/** The single dates of an event against the sessions: what must be moved or taken out, and what somebody deleted. Pure. */
import { z } from 'zod';
import type { CalendarSeries } from '../core/calendar.ts';
import { localOf } from '../core/local-time.ts';
import { type Occurrence, occurrencesOf } from '../core/recurrence.ts';
import { addDays } from '../core/time.ts';
import type { Span } from './event.ts';

/** Times are asked for in UTC. */
const utc = z.object({ dateTime: z.string() }).transform(({ dateTime }, context) => {
  const at = new Date(`${dateTime.slice(0, 19)}Z`);
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue({ code: 'custom', message: 'a time' });
  return z.NEVER;
});

export const instance = z.object({
  id: z.string().min(1).max(500),
  subject: z.string().nullish(),
  start: utc,
  end: utc,
  isCancelled: z.boolean().nullish(),
  /** Where it stood by the rule. */
  originalStart: z.iso.datetime({ offset: true }).nullish(),
});
export type Instance = z.infer<typeof instance>;

export const instanceFields = 'id,subject,start,end,isCancelled,originalStart';

/** `id` is that of the single date. */
export type Change =
  | { readonly kind: 'drop'; readonly localDate: string; readonly id: string }
  | { readonly kind: 'move'; readonly localDate: string; readonly id: string; readonly body: object };

export interface Plan {
  /** Those that leave come first: a moved one may need the room. */
  readonly changes: readonly Change[];
  readonly missingDates: readonly string[];
}

const dayMs = 86_400_000;
const usuallyAheadMs = 63 * dayMs;
/** Exchange has refused ranges of more than two years: what lies further ahead comes nearer. */
const mostAheadMs = 600 * dayMs;
const aroundMs = 31 * dayMs;

export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** What to read: wider than what is compared, so that a date that somebody moved out of that is found, also on a day that is over. */
export const windowOf = (series: CalendarSeries, now: Date): Window => ({
  from: new Date(now.getTime() - aroundMs),
  to: new Date(horizonOf(series, now).getTime() + aroundMs),
});

/** As far as sessions are made, and as far as anything is known to differ. */
function horizonOf({ overrides, skipDates }: CalendarSeries, now: Date): Date {
  const known = [
    ...overrides.flatMap(({ localDate, endsAt }) => [Date.parse(localDate), endsAt.getTime()]),
    ...skipDates.map((date) => Date.parse(date)),
  ];
  const last = Math.max(now.getTime() + usuallyAheadMs, ...known.map((at) => at + 2 * dayMs));
  return new Date(Math.min(last, now.getTime() + mostAheadMs));
}

/** Undefined for a rule without a single date. */
export function spanOf(series: CalendarSeries, zone: string): Span | undefined {
  const first = allOf(series, { limit: 1 })[0]?.localDate;
  if (first === undefined) return undefined;
  const { lastDate, count } = series;
  // Graph knows a last date or a number, not both.
  if (count === undefined || lastDate === undefined) return { zone, first, lastDate, count };
  return { zone, first, count: allOf(series, { limit: count }).length };
}

/** The last date whose session has begun. */
export const lastBegun = (series: CalendarSeries, now: Date): string | undefined =>
  datesUntil(series, now).at(-1)?.localDate;

/** Sessions that have begun stay as they were. */
export function planOf(series: CalendarSeries, found: readonly Instance[], now: Date): Plan {
  const there = new Map(found.filter(({ isCancelled }) => !isCancelled).map((each) => [dateOf(each, series), each]));
  const coming = datesUntil(series, horizonOf(series, now))
    .map((by) => sessionOf(by, series))
    .filter(({ startsAt }) => startsAt > now);
  const held = coming.filter(({ isHeld }) => isHeld);
  const drops = coming.flatMap((session): Change[] => {
    const each = session.isHeld ? undefined : there.get(session.localDate);
    return each ? [{ kind: 'drop', localDate: session.localDate, id: each.id }] : [];
  });
  const moves = held.flatMap((session): Change[] => {
    const each = there.get(session.localDate);
    const body = each && differing(each, session, series.title);
    return body ? [{ kind: 'move', localDate: session.localDate, id: each.id, body }] : [];
  });
  const missingDates = held.map(({ localDate }) => localDate).filter((date) => !there.has(date));
  return { changes: [...drops, ...moves], missingDates };
}

/** Skipped dates too: in the calendar they are there until they are taken out. */
const allOf = (series: CalendarSeries, asked: { to?: string; limit: number }): Occurrence[] =>
  occurrencesOf({ ...series, skipDates: [] }, asked);

const mostDates = 5_000;
/** Those that begin until then, by the rule. */
const datesUntil = (series: CalendarSeries, to: Date): Occurrence[] =>
  allOf(series, { to: addDays(localOf(to, series.zone).date, 1), limit: mostDates }).filter(
    ({ startsAt }) => startsAt <= to,
  );

interface Session {
  readonly localDate: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isHeld: boolean;
}

function sessionOf({ localDate, startsAt, endsAt }: Occurrence, series: CalendarSeries): Session {
  const other = series.overrides.find((each) => each.localDate === localDate);
  const isHeld = !other?.isCancelled && !series.skipDates.includes(localDate);
  return { localDate, startsAt: other?.startsAt ?? startsAt, endsAt: other?.endsAt ?? endsAt, isHeld };
}

const dateOf = ({ originalStart, start }: Instance, { zone }: CalendarSeries): string =>
  localOf(originalStart ? new Date(originalStart) : start, zone).date;

function differing(found: Instance, session: Session, title: string): object | undefined {
  const isThere =
    found.start.getTime() === session.startsAt.getTime() && found.end.getTime() === session.endsAt.getTime();
  const changes = {
    ...(isThere ? {} : { start: inUtc(session.startsAt), end: inUtc(session.endsAt) }),
    ...(found.subject === title ? {} : { subject: title }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

const inUtc = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' });
