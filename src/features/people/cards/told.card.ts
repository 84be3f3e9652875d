/** One plain thing said to one person: what a command did, or what has changed for them. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './told.card.json' with { type: 'json' };
import { toldSamples } from './told.samples.ts';

export const toldData = z.object({
  summary: z.string(),
  heading: z.string(),
  text: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
});

export const toldCard = card('told', template, toldData, toldSamples);
