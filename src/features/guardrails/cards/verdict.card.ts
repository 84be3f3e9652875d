/** "Can I use this tool with this data?": the answer, why, and the way on. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './verdict.card.json' with { type: 'json' };
import { verdictSamples } from './verdict.samples.ts';

export const verdictData = verdictBlock.extend({
  summary: z.string(),
  questionLine: z.string(),
  question: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  alternativeId: z.string(),
  hasFine: z.boolean(),
  fineLine: z.string(),
  hasDecided: z.boolean(),
  decidedLine: z.string(),
  offersFlag: z.boolean(),
  /** The tool is not on the list: it can be asked for, under the name that was typed. */
  offersRequest: z.boolean(),
  askedTool: z.string(),
});

export const verdictCard = card('verdict', template, verdictData, verdictSamples);
