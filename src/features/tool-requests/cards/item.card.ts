/** One tool request, with what this reader may do: decide it, ask back, reply, say that the alternative is enough. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { proposalBlock } from '../../../core/proposal.ts';
import template from './item.card.json' with { type: 'json' };
import { itemSamples } from './item.samples.ts';

const said = z.array(z.object({ by: z.string(), text: z.string() }));

export const itemData = z.object({
  summary: z.string(),
  requestId: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  toolName: z.string(),
  contextLine: z.string(),
  needs: said,
  status: z.string(),
  /** Only then it is due. */
  isOpen: z.boolean(),
  look: z.string(),
  due: z.string(),
  hasDemand: z.boolean(),
  demandLine: z.string(),
  lines: z.array(z.object({ text: z.string() })),
  thread: said,
  hasResult: z.boolean(),
  resultLine: z.string(),
  reason: z.string(),
  hasCondition: z.boolean(),
  condition: z.string(),
  ...proposalBlock.shape,
  hasInput: z.boolean(),
  inputLabel: z.string(),
  canAsk: z.boolean(),
  canDecide: z.boolean(),
  /** Confirm what is proposed, or send it back. */
  canSign: z.boolean(),
  proposalId: z.string(),
  canReply: z.boolean(),
  canBeEnough: z.boolean(),
  canWithdraw: z.boolean(),
});
export type ItemData = z.infer<typeof itemData>;

export const itemCard = card('requestItem', template, itemData, itemSamples);
