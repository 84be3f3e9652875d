/** A next step that somebody took on in a session. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './outcome.card.json' with { type: 'json' };
import { outcomeSamples } from './outcome.samples.ts';

export const outcomeData = z.object({
  summary: z.string(),
  outcomeId: z.string(),
  text: z.string(),
  statusLine: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  isOpen: z.boolean(),
});

export const outcomeCard = card('outcome', template, outcomeData, outcomeSamples);
