/** One flag, with what this reader may do: answer it, ask back, reply, say that it helps. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import { proposalBlock } from '../../../core/proposal.ts';
import template from './item.card.json' with { type: 'json' };
import { itemSamples } from './item.samples.ts';

export const itemData = z.object({
  summary: z.string(),
  flagId: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  question: z.string(),
  hasContext: z.boolean(),
  contextLine: z.string(),
  status: z.string(),
  /** Only for who may answer it, and only of a question asked by name. */
  hasAsker: z.boolean(),
  asker: z.string(),
  /** Until it has its answer. */
  hasDue: z.boolean(),
  due: z.string(),
  thread: z.array(z.object({ by: z.string(), text: z.string() })),
  hasAnswer: z.boolean(),
  answerBy: z.string(),
  answer: z.array(textLine),
  ...proposalBlock.shape,
  hasInput: z.boolean(),
  inputLabel: z.string(),
  hasAssignee: z.boolean(),
  assignee: z.string(),
  hasPrecedents: z.boolean(),
  precedents: z.array(z.object({ precedentId: z.string(), question: z.string(), text: z.string() })).max(2),
  canAnswer: z.boolean(),
  canTake: z.boolean(),
  canAssign: z.boolean(),
  reviewers: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  canDecide: z.boolean(),
  /** Confirm what is proposed, or send it back. */
  canSign: z.boolean(),
  proposalId: z.string(),
  canReply: z.boolean(),
  canRate: z.boolean(),
  canComment: z.boolean(),
  canReopen: z.boolean(),
  canWithdraw: z.boolean(),
});
export type ItemData = z.infer<typeof itemData>;

export const itemCard = card('flagItem', template, itemData, itemSamples);
