/** What a rating came to; whoever ran it may ask a second person. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './rated.card.json' with { type: 'json' };
import { ratedSamples } from './rated.samples.ts';

export const ratedData = z.object({
  summary: z.string(),
  useId: z.string(),
  title: z.string(),
  sign: z.enum(['✓', '!']),
  resultStyle: z.enum(['good', 'warning']),
  note: z.string(),
  hasSecond: z.boolean(),
});
export type RatedData = z.input<typeof ratedData>;

export const ratedCard = card('rated', template, ratedData, ratedSamples);
