/** What a host plans, as a form or a request sends it: read into a wish, or told what is wrong with it, field by field and all at once. */
import { z } from 'zod';
import type { CommunityView } from '../../core/community.ts';
import { fieldProblems } from '../../core/field-problems.ts';
import { date, localTime, ref, text, url } from '../../core/fields.ts';
import type { RecurrenceRule } from '../../core/recurrence.ts';
import type { FieldProblem } from '../../core/route.ts';
import { partProblems, scheduleProblems, typedSchedule } from '../../core/schedule-problems.ts';
import type { Turn } from '../../core/turn.ts';
import { series } from './model.ts';
import type { Wish } from './series-rules.ts';

export const everyNames = ['once', 'week', 'twoWeeks', 'monthByWeekday', 'monthByDate'] as const;
export type Every = (typeof everyNames)[number];
export const meetingKinds = series.shape.meeting.shape.kind.options;

/** `firstDate` also says the weekday, or the day of the month. */
export const wishFields = z.object({
  title: text(80),
  purpose: text(240),
  firstDate: typedSchedule.shape.firstDate,
  startsAt: localTime,
  every: z.enum(everyNames),
  durationMinutes: z.number().int(),
  zone: z.string().max(100),
  meetingKind: z.enum(meetingKinds),
  joinUrl: url.optional(),
  capacity: series.shape.capacity,
  hostIds: z.array(ref).min(1).max(4),
  agendaOpensHours: series.shape.agendaOpensHours,
  lastDate: typedSchedule.shape.lastDate,
  count: z.number().int().min(1).optional(),
});
type WishFields = z.infer<typeof wishFields>;

export type ReadWish = { kind: 'wish'; wish: Wish } | { kind: 'problems'; problems: readonly FieldProblem[] };

const usualReminders = ['24h', '15m'] as const;

export interface Wishing {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly community: CommunityView;
  /** Who acts, and whoever hosts the series already: they may be its hosts beside those of the community. */
  readonly also: readonly string[];
  /** Of the series that is changed, which nobody is asked for again. */
  readonly reminders?: Wish['reminders'];
}

export function readWish(
  { now, words }: Pick<Turn, 'now' | 'words'>,
  { raw, community, also, reminders }: Wishing,
): ReadWish {
  const parsed = wishFields.safeParse(raw);
  const schedule = typedSchedule.safeParse(scheduleFrom(raw));
  const problems = [
    ...(parsed.success ? [] : fieldProblems(parsed.error, raw, words)),
    ...linkProblems(raw, words),
    ...dayProblems(raw, words),
    ...(schedule.success ? scheduleProblems(schedule.data, { now, words }) : partProblems(raw, words)),
  ];
  if (!parsed.success || problems.length > 0) return { kind: 'problems', problems: firstOfEach(problems) };
  return { kind: 'wish', wish: wishOf(parsed.data, { community, also, reminders: reminders ?? [...usualReminders] }) };
}

const firstOfEach = (problems: readonly FieldProblem[]): FieldProblem[] =>
  [...new Map(problems.toReversed().map((problem) => [problem.path, problem])).values()].toReversed();

function wishOf(fields: WishFields, { community, also, reminders }: Omit<Required<Wishing>, 'raw'>): Wish {
  const { every, meetingKind, joinUrl, count, lastDate, hostIds, capacity, ...rest } = fields;
  const hosts = hostIds.filter((id) => community.hostIds.includes(id) || also.includes(id));
  return {
    ...rest,
    ...{ communityId: community.id, reminders, rule: ruleOf(every, fields.firstDate) },
    hostIds: hosts.length > 0 ? hosts : also.slice(0, 1),
    meeting: { kind: meetingKind, ...(joinUrl ? { joinUrl } : {}) },
    ...(capacity === undefined ? {} : { capacity }),
    ...(every === 'once' ? { count: 1 } : endOf(lastDate, count)),
  };
}

const endOf = (lastDate: string | undefined, count: number | undefined) => ({
  ...(lastDate ? { lastDate } : {}),
  ...(count ? { count } : {}),
});

/** When its sessions are, with the rule that the first day gives; just once is a series of one. */
export const scheduleFrom = (raw: Wishing['raw']): Wishing['raw'] => ({
  ...raw,
  rule: ruleFrom(raw),
  ...(raw.every === 'once' ? { count: 1, lastDate: undefined } : {}),
});

/** A form without a rule of its own: a wrong day or step is told by its own field. */
function ruleFrom({ every, firstDate }: Readonly<Record<string, unknown>>): RecurrenceRule | undefined {
  const step = z.enum(everyNames).safeParse(every).data;
  const day = date.safeParse(firstDate).data;
  return step && day ? ruleOf(step, day) : undefined;
}

const lastMonthDay = 28;

/** From the first date: its weekday, which one of its month it is, or its day of the month. */
export function ruleOf(every: Every, firstDate: string): RecurrenceRule {
  const day = new Date(`${firstDate}T00:00:00Z`);
  const weekday = day.getUTCDay() || 7;
  const dayOfMonth = day.getUTCDate();
  switch (every) {
    case 'once':
      return { every: 'week', weekday };
    case 'week':
    case 'twoWeeks':
      return { every, weekday };
    case 'monthByWeekday':
      return { every, weekday, ordinal: ordinalOf(dayOfMonth) };
    case 'monthByDate':
      return { every, dayOfMonth: Math.min(dayOfMonth, lastMonthDay) };
  }
}

/** The fifth one is not in every month: the last one is meant. */
function ordinalOf(dayOfMonth: number): 1 | 2 | 3 | 4 | -1 {
  const ordinals = [1, 2, 3, 4, -1] as const;
  return ordinals[Math.floor((dayOfMonth - 1) / 7)] ?? -1;
}

export const everyOf = ({ rule, count }: Pick<Wish, 'rule' | 'count'>): Every => (count === 1 ? 'once' : rule.every);

function linkProblems(
  { meetingKind, joinUrl }: Readonly<Record<string, unknown>>,
  words: Turn['words'],
): FieldProblem[] {
  if (meetingKind !== 'pastedLink' || joinUrl) return [];
  const message = words('error.field_required', { field: words('field.joinUrl') });
  return [{ path: 'joinUrl', error: 'field_required', message }];
}

function dayProblems({ every, firstDate }: Readonly<Record<string, unknown>>, words: Turn['words']): FieldProblem[] {
  const day = date.safeParse(firstDate).data;
  if (every !== 'monthByDate' || !day || Number(day.slice(-2)) <= lastMonthDay) return [];
  return [{ path: 'firstDate', error: 'field_choice', message: words('plan.dayOfMonth', { max: lastMonthDay }) }];
}
