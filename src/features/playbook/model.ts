/** Documents of the playbook: departments, workflows, roles, scenario heads and practice packs (product 4.1, 4.2). */
import { z } from 'zod';
import { count, date, instant, md, minutes, ref, slug, stamped, text } from '../../core/fields.ts';
import { side } from '../../core/two-hands.ts';

export const department = z.strictObject({ ...stamped, slug, name: text(60) });
export type Department = z.infer<typeof department>;

export const stages = ['candidate', 'pilot', 'proven', 'scaled', 'retired'] as const;
export const stage = z.enum(stages);
export type Stage = z.infer<typeof stage>;

/** The import it comes in with: while that is running, it is not there. */
const arriving = ref.optional();

const retired = z.strictObject({ reason: text(240), replacementId: ref.optional(), at: instant });

export const worksheet = z.strictObject({
  runsPerPersonPerMonth: z.number().positive(),
  people: count,
  minutesPerRun: minutes,
  judgeable: z.enum(['yes', 'partly', 'no']),
  judgedBy: text(80),
  judgedHow: text(240),
  /** True while the numbers are examples that the tenant has not replaced. */
  isExample: z.boolean(),
});
export type Worksheet = z.infer<typeof worksheet>;

export const workflowStep = z.strictObject({
  order: count.min(1),
  title: text(80),
  roleId: ref.optional(),
  isAiStep: z.boolean(),
});
export type WorkflowStep = z.infer<typeof workflowStep>;

export const workflow = z.strictObject({
  ...stamped,
  slug,
  name: text(80),
  departmentId: ref,
  problem: text(240),
  steps: z
    .array(workflowStep)
    .min(2)
    .max(12)
    .refine((steps) => steps.some((s) => s.isAiStep), { error: 'at least one AI step' }),
  ownerId: ref.optional(),
  hrLeadId: ref.optional(),
  stage,
  /** People who joined its pilot: kept with the stage, so that both change in one write. */
  pilotMemberIds: z.array(ref).max(25),
  /** The owner or the HR lead wants everybody to see it; the other one has not said yes yet. */
  signing: z.strictObject({ by: ref, as: z.array(side).min(1).max(2), at: instant }).optional(),
  /** Since when the department, or then everyone, sees it. */
  widenedAt: instant.optional(),
  /** What was learned in pilots that were stopped. */
  lessons: z
    .array(z.strictObject({ pilotId: ref, text: text(800), at: instant }))
    .max(20)
    .optional(),
  retired: retired.optional(),
  worksheet: worksheet.optional(),
  runCountSource: z.enum(['weekly', 'worksheet']),
  arriving,
});
export type Workflow = z.infer<typeof workflow>;

export const role = z.strictObject({
  ...stamped,
  slug,
  arriving,
  name: text(60),
  departmentId: ref.optional(),
  active: z.boolean(),
  aliases: z.array(text(60)).max(20),
  matchTitles: z.array(text(60)).max(20),
  startScenarioId: ref.optional(),
});
export type Role = z.infer<typeof role>;

export const checkReason = z.strictObject({
  kind: z.enum(['age', 'toolChange', 'flag', 'stuck', 'unused', 'decision', 'noOwner']),
  refId: ref.optional(),
  at: instant,
});

const sentBack = z.strictObject({
  reason: text(600),
  fields: z.array(z.strictObject({ path: z.string().max(100), text: text(240) })).max(30),
  by: ref,
  at: instant,
});

/** The lasting head of a scenario; the contract stands in its versions. */
export const scenario = z.strictObject({
  ...stamped,
  slug,
  workflowId: ref,
  stepOrder: count.min(1),
  state: z.enum(['draft', 'inReview', 'published', 'dueForReview', 'retired']),
  liveVersion: count.optional(),
  draftVersion: count.optional(),
  draftState: z.enum(['draft', 'inReview']).optional(),
  ownerId: ref.optional(),
  reviewerId: ref.optional(),
  lastReviewedAt: instant.optional(),
  reviewDue: date.optional(),
  checkReasons: z.array(checkReason).max(20),
  hold: z.strictObject({ reason: text(240), by: ref, at: instant }).optional(),
  origin: z.enum(['starter', 'owner', 'discovery', 'variant', 'import']),
  originId: ref.optional(),
  arriving,
  credit: z.array(z.strictObject({ personId: ref, shown: z.boolean() })).max(10),
  retired: retired.optional(),
  /** While its draft is looked at. */
  submitted: z.strictObject({ by: ref, at: instant, dueAt: instant }).optional(),
  /** What the last reviewer wrote, until the draft is sent again. */
  sentBack: sentBack.optional(),
});
export type Scenario = z.infer<typeof scenario>;

/** Invented data to practise with; always class `public`. */
export const pack = z.strictObject({
  ...stamped,
  slug,
  arriving,
  title: text(80),
  blocks: z
    .array(z.strictObject({ name: text(60), text: md(4000) }))
    .min(1)
    .max(6),
  scenarioIds: z.array(ref).max(20),
});
export type Pack = z.infer<typeof pack>;

/** What one person did with one scenario: private to them (product 4.6). */
export const personScenario = z.strictObject({
  personId: ref,
  scenarioId: ref,
  lastVersion: count,
  lastUsedAt: instant,
  toldVersion: count,
  confirmedVersion: count.optional(),
});
export type PersonScenario = z.infer<typeof personScenario>;
