/** Says that a request has arrived, what can be used meanwhile, and by when it is answered. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './receipt.card.json' with { type: 'json' };
import { receiptSamples } from './receipt.samples.ts';

export const receiptData = z.object({
  summary: z.string(),
  requestId: z.string(),
  heading: z.string(),
  toolName: z.string(),
  lines: z.array(z.object({ text: z.string() })),
  status: z.string(),
  look: z.string(),
  due: z.string(),
  hasDemand: z.boolean(),
  demandLine: z.string(),
  /** There is something to use meanwhile. */
  hasOther: z.boolean(),
});

export const receiptCard = card('requestReceipt', template, receiptData, receiptSamples);
