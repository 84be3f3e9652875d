/** Says that a flag has arrived, by when an answer is due, and what to do meanwhile. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './receipt.card.json' with { type: 'json' };
import { receiptSamples } from './receipt.samples.ts';

export const receiptData = z.object({
  summary: z.string(),
  flagId: z.string(),
  heading: z.string(),
  question: z.string(),
  status: z.string(),
  due: z.string(),
});

export const receiptCard = card('flagReceipt', template, receiptData, receiptSamples);
