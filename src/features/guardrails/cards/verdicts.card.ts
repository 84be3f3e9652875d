/** Several verdicts in a row: one for each tool or data class that the question could mean. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './verdicts.card.json' with { type: 'json' };
import { verdictsSamples } from './verdicts.samples.ts';

export const verdictsData = z.object({
  summary: z.string(),
  heading: z.string(),
  rows: z
    .array(
      verdictBlock
        .pick({ sign: true, verdictStyle: true, verdictWord: true, verdictFor: true })
        .extend({ text: z.string(), toolId: z.string(), dataClassId: z.string() }),
    )
    .max(5),
});

export const verdictsCard = card('verdicts', template, verdictsData, verdictsSamples);
