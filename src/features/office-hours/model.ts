/** Office hours: a series, its sessions, who comes, what is talked about and what came of it (product 4.5). */
import { z } from 'zod';
import { count, date, instant, localTime, md, ref, stamped, text, url, zone } from '../../core/fields.ts';
import { recurrenceRule } from '../../core/recurrence.ts';

export const reminderLeads = ['24h', '1h', '15m'] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** When sessions are, for a while: a change from a date on ends one and begins the next. */
const plan = {
  rule: recurrenceRule,
  /** Wall-clock time in the zone, so it follows clock changes. */
  startsAt: localTime,
  durationMinutes: z.number().int().min(15).max(120),
  zone,
  firstDate: date,
  lastDate: date.optional(),
  /** Of sessions, those that are skipped counted. */
  count: z.number().int().min(1).max(104).optional(),
};

export const series = z.strictObject({
  ...stamped,
  ...plan,
  communityId: ref,
  title: text(80),
  purpose: text(240),
  hostIds: z.array(ref).min(1).max(4),
  state: z.enum(['draft', 'active', 'paused', 'ended']),
  skipDates: z.array(date).max(200),
  /** What held before the last change from a date on; the oldest first, each with its last date. */
  earlier: z.array(z.strictObject({ ...plan, lastDate: date })).max(20),
  capacity: z.number().int().min(1).max(1_000).optional(),
  meeting: z.strictObject({
    kind: z.enum(['pastedLink', 'newMeetingLink', 'calendarMailbox']),
    joinUrl: url.optional(),
    /** Of the series in the mailbox, where there is one. */
    eventId: z.string().max(500).optional(),
  }),
  agendaOpensHours: z.number().int().min(1).max(336),
  reminders: z.array(z.enum(reminderLeads)).max(3),
  /** Raised with every change that a calendar must show. */
  sequence: count,
});
export type Series = z.infer<typeof series>;

export const sessionStates = [
  'scheduled',
  'live',
  'awaitingNotes',
  'recapped',
  'closedWithoutNotes',
  'cancelled',
] as const;

export const session = z.strictObject({
  ...stamped,
  seriesId: ref,
  communityId: ref,
  /** The date by the rule, also of one that was moved: one occurrence, one document. */
  localDate: date,
  startsAt: instant,
  endsAt: instant,
  hostId: ref,
  joinUrl: url.optional(),
  sequence: count,
  state: z.enum(sessionStates),
  cancelReason: text(240).optional(),
  /** Cancelled because its series changed, paused or ended: it comes back when its date does. */
  isGoneWithSeries: z.literal(true).optional(),
  /** Where it stood by the rule. */
  movedFrom: instant.optional(),
  topicIds: z.array(ref).max(50),
  attendance: count.max(10_000).optional(),
  notes: md(8000).optional(),
  outcomeIds: z.array(ref).max(50),
  recapAt: instant.optional(),
  seatsTaken: count,
  waiting: count,
  /** The last waiting number given: it only grows. */
  lastNumber: count,
  helped: z.strictObject({ yes: count, no: count }),
});
export type Session = z.infer<typeof session>;
export type SessionState = Session['state'];

export const topicKinds = ['flag', 'discovery', 'weakScenario', 'toolChange', 'question', 'show'] as const;

export const topic = z.strictObject({
  ...stamped,
  seriesId: ref,
  /** Missing while it waits for a session. */
  sessionId: ref.optional(),
  /** Of a flag only what a host wrote: until then the line is for hosts alone (R10). */
  title: text(120),
  kind: z.enum(topicKinds),
  refId: ref.optional(),
  /** A person, or `system`. */
  proposedBy: ref,
  order: count,
  /** People who want it, whoever brought it left out. */
  wanted: count,
  state: z.enum(['proposed', 'accepted', 'discussed', 'carriedOver', 'dropped']),
  /** Whether what becomes of it may name whoever brought it. */
  credit: z.enum(['named', 'communityOnly']).optional(),
});
export type Topic = z.infer<typeof topic>;

/** "I want this too": one for each person and topic, under a fixed keyed id. */
export const topicWish = z.strictObject({
  topicId: ref,
  personId: ref,
  createdAt: instant,
});

/** One for each person and session, under a fixed keyed id. */
export const rsvp = z.strictObject({
  sessionId: ref,
  personId: ref,
  answer: z.enum(['yes', 'maybe', 'no', 'waiting']),
  reminder: z.enum(['default', 'off']),
  /** Of whoever waits: the order of the waiting list. */
  waitingNumber: count.optional(),
  createdAt: instant,
  updatedAt: instant,
});
export type Rsvp = z.infer<typeof rsvp>;

/** "Has said whether it helped", under a fixed keyed id: neither who nor what. */
export const helpedMark = z.strictObject({ sessionId: ref });

export const outcomeKinds = [
  'decisionProposed',
  'discovery',
  'scenarioEdit',
  'flagAnswered',
  'action',
  'none',
] as const;

export const outcome = z.strictObject({
  ...stamped,
  sessionId: ref,
  topicId: ref.optional(),
  kind: z.enum(outcomeKinds),
  text: text(400),
  /** The record that it became. */
  refId: ref.optional(),
  ownerId: ref.optional(),
  dueAt: instant.optional(),
  state: z.enum(['open', 'done', 'dropped']),
});
export type Outcome = z.infer<typeof outcome>;
