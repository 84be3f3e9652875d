/** Somebody asked the same before and it was decided: the answer instead of the form. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './precedent.card.json' with { type: 'json' };
import { precedentSamples } from './precedent.samples.ts';

export const precedentData = verdictBlock
  .pick({ sign: true, verdictStyle: true, verdictWord: true, reasons: true, conditions: true })
  .extend({
    summary: z.string(),
    contextLine: z.string(),
    hasDecided: z.boolean(),
    decidedLine: z.string(),
    scenarioId: z.string(),
    toolId: z.string(),
    dataClassId: z.string(),
    question: z.string(),
    urgency: z.string(),
    anonymous: z.string(),
    sourceUrl: z.string(),
  });

export const precedentCard = card('flagPrecedent', template, precedentData, precedentSamples);
