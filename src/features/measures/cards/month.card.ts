/** The figures of a month, each with what it rests on or why there is none; nobody is in it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './month.card.json' with { type: 'json' };
import { monthSamples } from './month.samples.ts';

export const monthData = z.object({
  summary: z.string(),
  heading: z.string(),
  about: z.string(),
  rows: z.array(z.object({ title: z.string(), isShown: z.boolean(), value: z.string(), note: z.string() })),
  link: z.string(),
});
export type MonthData = z.infer<typeof monthData>;

export const monthCard = card('month', template, monthData, monthSamples);
