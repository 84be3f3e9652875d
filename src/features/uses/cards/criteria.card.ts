/** The criteria as they go into the chat where somebody shows what came out: nothing on it needs the bot (product L15). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './criteria.card.json' with { type: 'json' };
import { criteriaSamples } from './criteria.samples.ts';

export const criteriaData = z.object({
  summary: z.string(),
  title: z.string(),
  criteria: z.array(z.object({ text: z.string(), hasHint: z.boolean(), hint: z.string() })).max(6),
  goodLines: z.array(textLine),
  goodWhy: z.string(),
});
export type CriteriaData = z.input<typeof criteriaData>;

export const criteriaCard = card('criteria', template, criteriaData, criteriaSamples);
