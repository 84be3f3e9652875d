/** A list of flags: what is to be answered, or what I asked. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './queue.card.json' with { type: 'json' };
import { queueSamples } from './queue.samples.ts';

export const queueData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
  items: z.array(z.object({ flagId: z.string(), title: z.string(), text: z.string() })).max(10),
});

export const queueCard = card('flagQueue', template, queueData, queueSamples);
