/** A discovery: something that a person found out and shares (product 4.3), and who else used it. */
import { z } from 'zod';
import { count, instant, md, minutes, ref, stamped, text } from '../../core/fields.ts';

export const discoveryStates = [
  'submitted',
  'inTriage',
  'needsMore',
  'accepted',
  'inPlaybook',
  'merged',
  'declined',
  'withdrawn',
] as const;

/** What a discovery may become, or why it ends. A variant becomes a scenario of its own. */
export const outcomeKinds = ['newScenario', 'newPrompt', 'goodExample', 'duplicate', 'declined'] as const;

export const similarItem = z.strictObject({
  kind: z.enum(['discovery', 'scenario', 'prompt']),
  id: ref,
  score: z.number().min(0).max(1),
});
export type SimilarItem = z.infer<typeof similarItem>;

/** Empty once it was withdrawn. */
const removable = (max: number) => z.union([z.literal(''), text(max)]);

export const discovery = z.strictObject({
  ...stamped,
  title: removable(80),
  what: removable(800),
  dataClassId: ref,
  authorId: ref,
  /** Without a name, until communities can keep it among themselves. */
  credit: z.enum(['named', 'communityOnly']),
  /** Whose work it is, hence who may see it and who looks at it. */
  workflowId: ref.optional(),
  departmentId: ref.optional(),
  roleId: ref.optional(),
  scenarioId: ref.optional(),
  version: count.optional(),
  toolId: ref.optional(),
  promptText: text(6000).optional(),
  sampleOutput: md(2000).optional(),
  sourceLink: z.string().max(2048).optional(),
  minutesBefore: minutes.optional(),
  minutesAfter: minutes.optional(),
  surface: z.enum(['message', 'extension', 'bot', 'tab', 'officeHours']),
  state: z.enum(discoveryStates),
  assigneeId: ref.optional(),
  dueAt: instant,
  /** While the author is asked something, the clock stands. */
  clockStoppedAt: instant.optional(),
  /** The author was asked and did not reply in time. */
  isUnanswered: z.boolean().optional(),
  /** By the author, who may once. */
  isReopened: z.boolean().optional(),
  /** A card of it stands in a chat. */
  isPosted: z.boolean().optional(),
  /** All that is alike, whoever may see it: shown to nobody unsifted. */
  similar: z.array(similarItem).max(20),
  outcome: z
    .strictObject({
      kind: z.enum(outcomeKinds),
      refId: ref.optional(),
      /** Of the scenario, as a draft. */
      version: count.optional(),
      reason: text(400).optional(),
      by: ref,
      at: instant,
    })
    .optional(),
  thread: z
    .array(z.strictObject({ side: z.enum(['author', 'reviewer']), by: ref.optional(), at: instant, text: text(800) }))
    .max(50)
    .optional(),
});
export type Discovery = z.infer<typeof discovery>;
export type DiscoveryState = Discovery['state'];
export type OutcomeKind = (typeof outcomeKinds)[number];

/** "I used this too": one for each person and discovery, under a fixed keyed id. */
export const reuse = z.strictObject({
  discoveryId: ref,
  personId: ref,
  createdAt: instant,
  /** Names the press, so that one delivered again is told the same. */
  pressId: z.string().max(100).optional(),
});
