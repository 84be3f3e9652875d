/** A list of things: what waits for me, or what is my own. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './items.card.json' with { type: 'json' };
import { itemsSamples } from './items.samples.ts';

export const itemsData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
  items: z.array(z.object({ itemKind: z.string(), itemId: z.string(), title: z.string(), text: z.string() })).max(10),
});

export const itemsCard = card('items', template, itemsData, itemsSamples);
