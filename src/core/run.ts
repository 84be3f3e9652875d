/**
 * Runs of a task, with AI and without, and what people said of them (product 4.4): raw records that figures are made of.
 * Nobody is named in one: `personKey` is a keyed hash of tenant and person. Each stands in the week it belongs to.
 */
import { z } from 'zod';
import { count, date, instant, minutes, ref, text } from './fields.ts';
import type { Who } from './person.ts';

/** `2026-W48`, in UTC; the partition of a record. */
export const isoWeek = z.string().regex(/^\d{4}-W\d{2}$/);
export const personKey = z.string().min(1).max(100);

/** Counts a person without naming them; the same for every record of one tenant. */
export const personKeyOf = (
  hash: (...parts: string[]) => string,
  { tenantId, personId }: Pick<Who, 'tenantId' | 'personId'>,
): string => hash('personKey', tenantId, personId);

export const useResults = ['worked', 'neededEdits', 'stuck', 'notSaid'] as const;
export const timeAnswers = ['moreOfSame', 'otherWork', 'betterQuality', 'rest', 'noTimeSaved', 'notSaid'] as const;

/** One run with AI. The text of a prompt is never part of it. */
export const use = z.strictObject({
  week: isoWeek,
  personKey,
  workflowId: ref,
  scenarioId: ref,
  version: count,
  promptId: z.string().max(100),
  toolId: ref.optional(),
  pilotId: ref.optional(),
  communityId: ref.optional(),
  surface: z.enum(['extension', 'bot', 'tab']),
  action: z.enum(['inserted', 'opened', 'copied']),
  startedAt: instant,
  /** Missing while it is open; then it counts in no measure (product 7.7). */
  endedAt: instant.optional(),
  minutes: minutes.optional(),
  /** `timer` over 240 minutes is `none` until the person confirms or types the minutes. */
  method: z.enum(['timer', 'typed', 'none']),
  /** The person lets the clock run from `startedAt` until they finish. */
  isTimed: z.boolean(),
  result: z.enum(useResults),
  comment: text(400).optional(),
  timeWentTo: z.enum(timeAnswers).optional(),
  warnings: z.record(z.string().max(40), count),
  /** Run with invented data: counts in no measure. */
  withPack: z.boolean(),
  /** Closed by a job after 24 hours: stays on record, counts in no measure. */
  isLapsed: z.boolean(),
});
export type Use = z.infer<typeof use>;

/** One run without AI, told when joining a pilot. `estimate` never counts. */
export const baseline = z.strictObject({
  week: isoWeek,
  personKey,
  pilotId: ref,
  workflowId: ref,
  minutes,
  method: z.enum(['timer', 'typed', 'estimate']),
  ranOn: date,
});
export type Baseline = z.infer<typeof baseline>;

export const criterionAnswer = z.strictObject({
  criterionId: z.string().max(100),
  value: z.enum(['yes', 'partly', 'no']),
});

/** All criteria of one run's output, by the person or by somebody else. */
export const qualityRating = z.strictObject({
  week: isoWeek,
  useId: ref,
  workflowId: ref,
  scenarioId: ref,
  version: count,
  pilotId: ref.optional(),
  raterKind: z.enum(['self', 'second']),
  raterKey: personKey,
  /** Of whoever ran it: a figure of a group counts the people in it. */
  personKey,
  answers: z.array(criterionAnswer).min(1).max(6),
  /** Computed when it was given, by the criteria and the bar of that version (product 7.7). */
  score: z.number().min(0).max(100),
  meetsBar: z.boolean(),
  ratedAt: instant,
});
export type QualityRating = z.infer<typeof qualityRating>;

/** Weekly one tap: how many did you do? One per person, workflow and week. */
export const runCount = z.strictObject({ week: isoWeek, workflowId: ref, personKey, runs: count.max(500) });
export type RunCount = z.infer<typeof runCount>;

/** No person, and no time but the week. */
export const pulse = z.strictObject({
  week: isoWeek,
  question: z.string().max(40),
  answer: z.number().int().min(1).max(5),
  stage: z.enum(['candidate', 'pilot', 'proven', 'scaled', 'retired']),
  groupKind: z.enum(['pilot', 'community']),
  groupId: ref,
});
export type Pulse = z.infer<typeof pulse>;

/** "Has answered", by a keyed id; it cannot be joined to the answer. */
export const pulseMark = z.strictObject({ week: isoWeek, markKey: z.string().max(100) });
