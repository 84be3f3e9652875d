/** One discovery with what its author, or who looks at it, may do. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './item.card.json' with { type: 'json' };
import { itemSamples } from './item.samples.ts';

const line = z.object({ text: z.string() });

export const itemData = z.object({
  summary: z.string(),
  discoveryId: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  title: z.string(),
  hasBy: z.boolean(),
  byLine: z.string(),
  what: z.array(textLine),
  hasContext: z.boolean(),
  contextLine: z.string(),
  status: z.string(),
  hasDue: z.boolean(),
  due: z.string(),
  hasAssignee: z.boolean(),
  assignee: z.string(),
  hasUses: z.boolean(),
  uses: z.string(),
  hasMinutes: z.boolean(),
  minutes: z.string(),
  prompt: z.array(textLine),
  result: z.array(textLine),
  thread: z.array(z.object({ by: z.string(), text: z.string() })),
  hasOutcome: z.boolean(),
  outcomeLine: z.string(),
  reason: z.array(textLine),
  similar: z.array(line),
  canMerge: z.boolean(),
  twin: z.string(),
  twins: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  hasInput: z.boolean(),
  inputLabel: z.string(),
  typed: z.string(),
  canFold: z.boolean(),
  canDecide: z.boolean(),
  canAsk: z.boolean(),
  /** Behind the menu, where folding in comes first: a narrow chat has room for two buttons beside it. */
  canAskAside: z.boolean(),
  canTake: z.boolean(),
  canReply: z.boolean(),
  canReopen: z.boolean(),
  canEdit: z.boolean(),
  canReuse: z.boolean(),
  canWithdraw: z.boolean(),
  hasMade: z.boolean(),
  hasJoined: z.boolean(),
  /** The scenario that it became, or the discovery that it was joined with. */
  madeId: z.string(),
  hasSource: z.boolean(),
  sourceUrl: z.string(),
});
export type ItemData = z.input<typeof itemData>;

export const itemCard = card('discoveryItem', template, itemData, itemSamples);
