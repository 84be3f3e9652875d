/** A win: a measured before and after, told by somebody and shared by their choice (product 4.4). */
import { z } from 'zod';
import { count, instant, minutes, percent, ref, stamped, text } from '../../core/fields.ts';
import { personKey } from '../../core/run.ts';

export const winStates = ['draft', 'shared', 'withdrawn'] as const;
export const maxStory = 600;

/** Computed, never typed: the medians, and what they rest on. */
export const winEvidence = z.strictObject({
  beforeMedian: minutes,
  afterMedian: minutes,
  nBefore: count,
  nAfter: count,
  meetBarShare: percent,
  nRatings: count,
});
export type WinEvidence = z.infer<typeof winEvidence>;

export const win = z.strictObject({
  ...stamped,
  workflowId: ref,
  scenarioId: ref,
  story: text(maxStory),
  authorId: ref,
  /** In whose channels its card stands. */
  communityIds: z.array(ref).max(20),
  state: z.enum(winStates),
  /** As measured when it was written, and again when it was shared. */
  evidence: winEvidence,
  sharedAt: instant.optional(),
});
export type Win = z.infer<typeof win>;

/** "How did they do it?": one for each person and win, by the key under which people are counted. */
export const winAsk = z.strictObject({ winId: ref, workflowId: ref, personKey, at: instant });

/** One neighbour that was offered to a person after a success: not a second time. */
export const nextOffer = z.strictObject({ personId: ref, fromId: ref, scenarioId: ref, at: instant });
