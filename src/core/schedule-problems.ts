/** What is wrong with the times that a host typed, all at once (reliability 13, rows 60 and 61). */
import { z } from 'zod';
import type { ProblemCode } from './errors.ts';
import { zone } from './fields.ts';
import { atLocal } from './local-time.ts';
import { fewestMinutes, mostMinutes, mostSessions, type Occurrence, occurrencesOf, schedule } from './recurrence.ts';
import type { FieldProblem } from './route.ts';
import type { Words } from './words.ts';

/** A form's series: its shape is checked by this, its values by `scheduleProblems`. */
export const typedSchedule = schedule.omit({ skipDates: true }).extend({
  zone: z.string().max(100),
  durationMinutes: z.number().int(),
  count: z.number().int().min(1).optional(),
});
export type TypedSchedule = z.infer<typeof typedSchedule>;

/** A form's single session, such as one that is moved. */
export const typedSession = z.object({
  zone: typedSchedule.shape.zone,
  date: typedSchedule.shape.firstDate,
  startsAt: typedSchedule.shape.startsAt,
  durationMinutes: typedSchedule.shape.durationMinutes,
});
export type TypedSession = z.infer<typeof typedSession>;

interface Reader {
  readonly now: Date;
  readonly words: Words;
}

/** A time that one date of many lacks is no problem: that session starts when the clocks have changed. */
export function scheduleProblems(typed: TypedSchedule, { now, words }: Reader): FieldProblem[] {
  const isKnown = zone.safeParse(typed.zone).success;
  const series = { ...typed, zone: isKnown ? typed.zone : 'UTC', skipDates: [] };
  const dates = occurrencesOf(series, { limit: mostSessions + 1 });
  const [first] = dates;
  const isPast = isKnown && first !== undefined && first.startsAt <= now;
  return [
    ...zoneProblems(typed, words),
    ...(isKnown && first && typed.count === 1 ? gapProblems({ ...typed, date: first.localDate }, words) : []),
    ...lengthProblems(typed, words),
    ...endProblems(typed, dates, words),
    ...(isPast ? [said('firstDate', 'start_in_past', words('error.start_in_past'))] : []),
  ];
}

export function sessionProblems(typed: TypedSession, { now, words }: Reader): FieldProblem[] {
  const unknown = zoneProblems(typed, words);
  const isPast = unknown.length === 0 && atLocal(typed.date, typed.startsAt, typed.zone).at <= now;
  return [
    ...unknown,
    ...(unknown.length === 0 ? gapProblems(typed, words) : []),
    ...lengthProblems(typed, words),
    ...(isPast ? [said('date', 'start_in_past', words('error.start_in_past'))] : []),
  ];
}

/** What can be told of a series whose days or times are none. */
export function partProblems(raw: Readonly<Record<string, unknown>>, words: Words): FieldProblem[] {
  const { zone: named, durationMinutes } = raw;
  return [
    ...(typeof named === 'string' ? zoneProblems({ zone: named }, words) : []),
    ...(Number.isInteger(durationMinutes) ? lengthProblems({ durationMinutes: Number(durationMinutes) }, words) : []),
  ];
}

const said = (path: string, error: ProblemCode, message: string): FieldProblem => ({ path, error, message });

const zoneProblems = (typed: { readonly zone: string }, words: Words): FieldProblem[] =>
  zone.safeParse(typed.zone).success ? [] : [said('zone', 'bad_time_zone', words('error.bad_time_zone'))];

function gapProblems({ date, startsAt, zone }: TypedSession, words: Words): FieldProblem[] {
  const { kind, time: real } = atLocal(date, startsAt, zone);
  return kind === 'gap' ? [said('startsAt', 'time_gap', words('error.time_gap', { time: startsAt, real }))] : [];
}

function lengthProblems({ durationMinutes }: { readonly durationMinutes: number }, words: Words): FieldProblem[] {
  if (durationMinutes < fewestMinutes)
    return [said('durationMinutes', 'bad_end', words('error.bad_end', { min: fewestMinutes }))];
  if (durationMinutes > mostMinutes)
    return [said('durationMinutes', 'too_long', words('error.too_long', { max: mostMinutes }))];
  return [];
}

/** A series without an end is made as time goes by, so it is never too long. */
function endProblems({ lastDate, count }: TypedSchedule, dates: readonly Occurrence[], words: Words): FieldProblem[] {
  if (lastDate !== undefined && dates.length === 0) return [said('lastDate', 'bad_end', words('schedule.noDate'))];
  if (dates.length <= mostSessions || (lastDate === undefined && count === undefined)) return [];
  const path = count === undefined ? 'lastDate' : 'count';
  return [said(path, 'too_many_occurrences', words('error.too_many_occurrences', { max: mostSessions }))];
}
