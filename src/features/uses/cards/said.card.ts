/** How it went is kept; what else one may tell of the run, all of it optional. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './said.card.json' with { type: 'json' };
import { saidSamples } from './said.samples.ts';

export const saidData = z.object({
  summary: z.string(),
  useId: z.string(),
  title: z.string(),
  hasTimeLine: z.boolean(),
  timeLine: z.string(),
  /** The clock ran too long to be believed without a word. */
  isUnsure: z.boolean(),
  unsureLine: z.string(),
  canConfirm: z.boolean(),
  minutes: z.number().nullable(),
  comment: z.string(),
  asksTime: z.boolean(),
  timeWentTo: z.string(),
  timeChoices: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  /** One neighbour after a success, once. */
  hasNext: z.boolean(),
  nextTitle: z.string(),
  nextWhy: z.string(),
  nextId: z.string(),
  /** The results that it did not have. */
  others: z.array(z.object({ title: z.string(), resultId: z.string() })).max(2),
});
export type SaidData = z.input<typeof saidData>;

export const saidCard = card('said', template, saidData, saidSamples);
