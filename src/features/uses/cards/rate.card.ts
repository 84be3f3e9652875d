/** All criteria of the version that was run, to be judged with the good example beside (R31). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './rate.card.json' with { type: 'json' };
import { rateSamples } from './rate.samples.ts';

export const rateData = z.object({
  summary: z.string(),
  /** Of one's own run; empty for the second person, who was asked. */
  useId: z.string(),
  askId: z.string(),
  title: z.string(),
  intro: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  criteria: z
    .array(
      z.object({
        inputId: z.string(),
        text: z.string(),
        hasHint: z.boolean(),
        hint: z.string(),
        answer: z.enum(['', 'yes', 'partly', 'no']),
      }),
    )
    .max(6),
  goodLines: z.array(textLine),
  goodWhy: z.string(),
});
export type RateData = z.input<typeof rateData>;

export const rateCard = card('rate', template, rateData, rateSamples);
