/** How did it go? One press, some time after a prompt was taken along. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './how.card.json' with { type: 'json' };
import { howSamples } from './how.samples.ts';

export const howData = z.object({
  summary: z.string(),
  useId: z.string(),
  title: z.string(),
  startedLine: z.string(),
  isTimed: z.boolean(),
  timeLine: z.string(),
});
export type HowData = z.input<typeof howData>;

export const howCard = card('how', template, howData, howSamples);
