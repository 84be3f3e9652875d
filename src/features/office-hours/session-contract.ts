/** Sessions of office hours as the tab reads and changes them. */
import { z } from 'zod';
import { askedRef, date } from '../../core/fields.ts';
import { itemAction, tone } from '../../core/work-item.ts';

/** Read long, so that a text of any length comes back with what is wrong with it. */
const long = z.string().max(60_000);
const short = z.string().max(200);
const amount = z.union([z.number(), short]);

const named = z.strictObject({ id: z.string(), name: z.string() });

const topicKinds = ['flag', 'discovery', 'weakScenario', 'toolChange', 'question', 'show'] as const;
const becomings = ['settled', 'tryIt', 'needsDecision', 'nextTime'] as const;
const lineKinds = ['action', 'discovery', 'decisionProposed'] as const;

export const answers = ['yes', 'maybe', 'no'] as const;
export type Answer = (typeof answers)[number];

const line = z.strictObject({
  id: z.string(),
  title: z.string(),
  community: named,
  startsAt: z.string(),
  endsAt: z.string(),
  /** That of the series: what its clocks show stands beside the reader's time. */
  zone: z.string(),
  /** Missing for one that is still to come as it was planned. */
  status: z.strictObject({ word: z.string(), tone }).optional(),
  /** Why it does not take place. */
  reason: z.string().optional(),
  /** When it would have begun by the rule of its series. */
  movedFrom: z.string().optional(),
  /** People can still say whether they come. */
  isOpen: z.boolean(),
  /** Who comes and how many places there are; empty once nobody can come any more. */
  seats: z.string(),
  own: z
    .strictObject({
      answer: z.enum([...answers, 'waiting']),
      waitingNumber: z.number().optional(),
      isReminded: z.boolean(),
    })
    .optional(),
  /** While it can be joined. */
  joinUrl: z.string().optional(),
  /** This reader may run it. */
  isHosting: z.boolean(),
});
export type SessionLine = z.infer<typeof line>;

/** Days of the reader's calendar, both included. Without them: all that is to come, or, with `past`, all that is over. */
export const sessionQuery = z.strictObject({
  from: date.optional(),
  to: date.optional(),
  community: askedRef.optional(),
  /** Those that the reader comes to, may come to, waits for or hosts. */
  mine: z.literal('yes').optional(),
  /** The latest first. */
  past: z.literal('yes').optional(),
});

export const sessionList = z.strictObject({
  items: z.array(line),
  /** Those that the reader sees sessions of. */
  communities: z.array(named),
  mayPlan: z.boolean(),
  /** Who can plan some, for a reader who cannot. */
  whoCan: z.string(),
});
export type SessionList = z.infer<typeof sessionList>;

const topic = z.strictObject({
  id: z.string(),
  /** What a host's change of it must name. */
  version: z.string(),
  title: z.string(),
  kind: z.enum(topicKinds),
  /** What kind it is, how it stands and how many want it. */
  about: z.string(),
  isMine: z.boolean(),
  wants: z.boolean(),
  mayWant: z.boolean(),
  /** For its hosts alone. */
  host: z
    .strictObject({
      by: z.string(),
      needsWording: z.boolean(),
      isAccepted: z.boolean(),
      isFirst: z.boolean(),
      isLast: z.boolean(),
    })
    .optional(),
});
export type SessionTopic = z.infer<typeof topic>;

/** `path` is below `/tab`. */
const outcome = z.strictObject({ id: z.string(), text: z.string(), path: z.string().optional() });
export type SessionOutcome = z.infer<typeof outcome>;

const recap = z.strictObject({
  notes: z.string(),
  /** The day, and how many were there. */
  about: z.string(),
  settled: z.array(outcome),
  tryIt: z.array(outcome),
  toDecide: z.array(outcome),
  /** `mayClose`: the reader's own, and open. */
  steps: z.array(outcome.extend({ mayClose: z.boolean() })),
  nextTime: z.array(z.string()),
  /** Figures about people show from five on. */
  helped: z.string(),
  maySayHelped: z.boolean(),
});
export type SessionRecap = z.infer<typeof recap>;

const hosting = z.strictObject({
  actions: z.array(itemAction),
  /** Teams' own form for a meeting, filled in. */
  meetingUrl: z.string().optional(),
  /** What is to be said of it, once it has begun. */
  recap: z.strictObject({ topics: z.array(named), people: z.array(named), usualDue: z.string() }).optional(),
  /** What came of it; `make` is the title of the press that makes a record of it. */
  outcomes: z.array(outcome.extend({ status: z.string(), make: z.string().optional() })),
});
export type SessionHosting = z.infer<typeof hosting>;

export const sessionView = z.strictObject({
  ...line.shape,
  seriesId: z.string(),
  /** Its series has this one date. */
  isOnce: z.boolean(),
  purpose: z.string(),
  /** Its host's name. */
  host: z.string(),
  /** Where the clocks skip its time on that day, or show it twice. */
  clock: z.string(),
  topics: z.array(topic),
  mayPropose: z.boolean(),
  hasCalendar: z.boolean(),
  recap: recap.optional(),
  /** For those who may run it. */
  hosting: hosting.optional(),
  /** What has just been done, once. */
  note: z.string().optional(),
});
export type SessionView = z.infer<typeof sessionView>;

export const rsvpBody = z.strictObject({ answer: z.enum(answers) });
export const reminderBody = z.strictObject({ isOn: z.boolean() });
export const proposeBody = z.strictObject({
  title: long.default(''),
  kind: z.enum(['question', 'show']),
  isNamed: z.boolean().default(true),
});
export const topicBody = z.strictObject({ topicId: askedRef });
export const wordedBody = topicBody.extend({ title: long.default('') });
export const placedBody = topicBody.extend({ step: z.enum(['up', 'down']) });
/** By the clocks of the series; its length stays unless it is named. */
export const moveBody = z.strictObject({ date: short, startsAt: short, durationMinutes: amount.optional() });
export const cancelBody = z.strictObject({ reason: long.default('') });
export const rehostBody = z.strictObject({ hostId: askedRef });
export const recapBody = z.strictObject({
  /** A topic that is left out is for the next time. */
  topics: z
    .array(z.strictObject({ topicId: askedRef, becomes: z.enum(becomings) }))
    .max(50)
    .default([]),
  notes: long.default(''),
  attendance: amount.optional(),
  lines: z
    .array(
      z.strictObject({ kind: z.enum(lineKinds), text: long, ownerId: askedRef.optional(), dueOn: short.optional() }),
    )
    .max(3)
    .default([]),
});
export type RecapBody = z.input<typeof recapBody>;
export const helpedBody = z.strictObject({ helped: z.boolean() });
export const outcomeBody = z.strictObject({ outcomeId: askedRef });
export const closeBody = outcomeBody.extend({ state: z.enum(['done', 'dropped']) });
export const nothing = z.strictObject({});

/** A calendar file to keep. */
export const calendarFile = z.strictObject({ name: z.string(), text: z.string() });
export type CalendarFile = z.infer<typeof calendarFile>;
