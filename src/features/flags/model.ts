/** A flag: a gray area that somebody is unsure about (product 4.3). */
import { z } from 'zod';
import { count, instant, md, ref, stamped, text } from '../../core/fields.ts';
import { proposedBy, sentBackBy } from '../../core/proposal.ts';

export const flagStates = [
  'open',
  'assigned',
  'waiting',
  'needsDecision',
  'answered',
  'closed',
  'merged',
  'withdrawn',
] as const;

export const categories = [
  ...(['dataHandling', 'fairness', 'accuracy', 'policy'] as const),
  ...(['toolNotListed', 'outdated', 'other'] as const),
] as const;

export const urgencies = ['normal', 'today', 'mistakeHappened'] as const;

export const rulingNames = ['yes', 'yesWithConditions', 'no', 'notYet'] as const;

/** What governance wants to decide about people, until an HR lead has signed it. */
const proposal = z.strictObject({
  ...proposedBy,
  ruling: z.enum(rulingNames),
  why: text(240),
  condition: text(160).optional(),
});
export type Proposal = z.infer<typeof proposal>;

export const flag = z.strictObject({
  ...stamped,
  question: text(800),
  category: z.enum(categories),
  categoryBy: z.enum(['context', 'reviewer']),
  urgency: z.enum(urgencies),
  anonymous: z.boolean(),
  reporterId: ref.optional(),
  context: z.strictObject({
    scenarioId: ref.optional(),
    version: count.optional(),
    toolId: ref.optional(),
    dataClassId: ref.optional(),
    verdict: z.enum(['allowed', 'withConditions', 'undecided', 'notAllowed']).optional(),
    sourceLink: z.string().max(2048).optional(),
    surface: z.string(),
  }),
  scope: z.strictObject({ departmentId: ref.optional(), workflowId: ref.optional() }),
  state: z.enum(flagStates),
  assigneeId: ref.optional(),
  dueAt: instant,
  /** While the reporter is asked something, the clock stands. */
  clockStoppedAt: instant.optional(),
  /** The reporter was asked and did not reply. */
  noReplyAt: instant.optional(),
  reopenCount: count,
  answer: md(1200).optional(),
  reasonCode: z.enum(['clear', 'newDecision', 'precedent', 'notAiQuestion', 'cannotAnswer']).optional(),
  decisionId: ref.optional(),
  /** Who gave the answer, and when: told to those who come second. */
  answeredBy: ref.optional(),
  answeredAt: instant.optional(),
  /** The HR lead who signed the answer as well. */
  confirmedBy: ref.optional(),
  /** Both are read by those who decide alone. */
  proposal: proposal.optional(),
  sentBack: z.strictObject({ ...sentBackBy, proposal }).optional(),
  /** Seen by both sides. A reviewer is named, a reporter never. */
  thread: z
    .array(z.strictObject({ side: z.enum(['reporter', 'reviewer']), by: ref.optional(), at: instant, text: text(800) }))
    .max(50)
    .optional(),
});
export type Flag = z.infer<typeof flag>;
export type FlagState = Flag['state'];

/**
 * Who asked without a name: read by the sender and erase jobs, and by the reporter's own request through its keyed id. In
 * nothing else, and sealed, so that no export and no copy of the store says it either.
 */
export const flagReporter = z.strictObject({ flagId: ref, sealed: z.string().max(400) });
