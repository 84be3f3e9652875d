/** What may be said of a run, and when (product 7.7). Pure. */
import type { Use } from '../../core/run.ts';

export const longestTimedMinutes = 240;
export const mostMinutes = 600;
const changeableMs = 24 * 3_600_000;

export type Said = { kind: 'said' | 'same'; use: Use } | { kind: 'lapsed' | 'closed' };

/** Worked, needed edits or didn't work: the first word ends the run, a later one changes it for a day. */
export function say(run: Use, result: Exclude<Use['result'], 'notSaid'>, now: Date): Said {
  if (run.withPack) return { kind: 'closed' };
  if (run.isLapsed || (run.endedAt === undefined && isPast(run.startedAt, now))) return { kind: 'lapsed' };
  if (run.endedAt === undefined)
    return { kind: 'said', use: { ...run, result, endedAt: now.toISOString(), ...clocked(run, now) } };
  if (isPast(run.endedAt, now)) return { kind: 'closed' };
  return run.result === result ? { kind: 'same', use: run } : { kind: 'said', use: { ...run, result } };
}

const isPast = (since: string, now: Date): boolean => now.getTime() - Date.parse(since) >= changeableMs;

/** Of a run that nobody finished within a day: on record, and counted nowhere. */
export const lapsed = (run: Use, now: Date): Use => ({
  ...run,
  endedAt: now.toISOString(),
  ...{ result: 'notSaid', method: 'none', isLapsed: true },
});

/** What the clock says counts up to four hours; of more the person is asked. */
function clocked(run: Use, now: Date): Pick<Use, 'method' | 'minutes'> {
  const took = minutesBetween(run.startedAt, now.toISOString());
  return run.isTimed && took <= longestTimedMinutes ? { method: 'timer', minutes: took } : { method: 'none' };
}

/** In half-minute steps, and never none. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0.5, Math.round((Date.parse(to) - Date.parse(from)) / 30_000) / 2);

/** The clock ran so long that it may not have been work: the minutes to be confirmed. */
export function unsure({ isTimed, method, startedAt, endedAt, isLapsed }: Use): number | undefined {
  if (!isTimed || method !== 'none' || isLapsed || endedAt === undefined) return undefined;
  return minutesBetween(startedAt, endedAt);
}

export interface Told {
  readonly minutes?: number | undefined;
  readonly comment?: string | undefined;
  readonly timeWentTo?: Use['timeWentTo'] | undefined;
}

/** What else somebody said of their finished run; minutes that differ from those of the clock are typed. */
export function tell({ comment: _, timeWentTo: __, ...run }: Use, { minutes, comment, timeWentTo }: Told): Use {
  const isTyped = minutes !== undefined && minutes !== run.minutes;
  return {
    ...run,
    ...(isTyped ? { minutes, method: 'typed' as const } : {}),
    ...(comment ? { comment } : {}),
    ...(timeWentTo ? { timeWentTo } : {}),
  };
}

/** "It did take that long": counts from now on, as far as a run may be long at all. */
export function confirmed(run: Use): Use | undefined {
  const took = unsure(run);
  return took === undefined || took > mostMinutes ? undefined : { ...run, minutes: took, method: 'timer' };
}
