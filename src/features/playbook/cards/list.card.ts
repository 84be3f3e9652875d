/** A short list of scenarios, each with a button that opens it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './list.card.json' with { type: 'json' };
import { listSamples } from './list.samples.ts';

export const listData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
  items: z.array(z.object({ scenarioId: z.string(), title: z.string(), text: z.string() })).max(5),
});

export const listCard = card('list', template, listData, listSamples);
