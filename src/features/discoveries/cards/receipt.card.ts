/** It arrived: where it stands, until when it is looked at, what is alike. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './receipt.card.json' with { type: 'json' };
import { receiptSamples } from './receipt.samples.ts';

const line = z.object({ text: z.string() });

export const receiptData = z.object({
  summary: z.string(),
  discoveryId: z.string(),
  heading: z.string(),
  title: z.string(),
  status: z.string(),
  due: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  similar: z.array(line),
});

export const receiptCard = card('discoveryReceipt', template, receiptData, receiptSamples);
