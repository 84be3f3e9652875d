/** What people ask for, the most asked first: counts, and nobody's name. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './demand.card.json' with { type: 'json' };
import { demandSamples } from './demand.samples.ts';

export const demandData = z.object({
  summary: z.string(),
  heading: z.string(),
  note: z.string(),
  rows: z.array(z.object({ title: z.string(), text: z.string(), hasUsing: z.boolean(), usingLine: z.string() })),
});
export type DemandData = z.infer<typeof demandData>;

export const demandCard = card('demand', template, demandData, demandSamples);
