/** A flag: a gray area that somebody is unsure about (product 4.3). */
import { z } from 'zod';
import { count, instant, md, ref, stamped, text } from '../../core/fields.ts';

export const urgencies = ['normal', 'today', 'mistakeHappened'] as const;

export const flag = z.strictObject({
  ...stamped,
  question: text(800),
  category: z.enum(['dataHandling', 'fairness', 'accuracy', 'policy', 'toolNotListed', 'outdated', 'other']),
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
  state: z.enum(['open', 'assigned', 'waiting', 'needsDecision', 'answered', 'closed', 'merged', 'withdrawn']),
  assigneeId: ref.optional(),
  dueAt: instant,
  reopenCount: count,
  answer: md(1200).optional(),
});
export type Flag = z.infer<typeof flag>;
