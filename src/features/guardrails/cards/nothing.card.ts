/** Words in which we know neither tool nor data: the tool can be asked for, and the question as well. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './nothing.card.json' with { type: 'json' };
import { nothingSamples } from './nothing.samples.ts';

export const nothingData = z.object({
  summary: z.string(),
  note: z.string(),
  question: z.string(),
  askedTool: z.string(),
});

export const nothingCard = card('verdictNothing', template, nothingData, nothingSamples);
