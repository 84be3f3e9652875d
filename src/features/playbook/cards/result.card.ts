/** The small card that search inserts: the six answers in short, at most 3 kB; everything else behind its buttons. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './result.card.json' with { type: 'json' };
import { resultSamples } from './result.samples.ts';

export const resultData = verdictBlock.pick({ sign: true, verdictStyle: true }).extend({
  summary: z.string(),
  scenarioId: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  problem: z.string(),
  forLine: z.string(),
  toolLine: z.string(),
  dataLine: z.string(),
  timeLine: z.string(),
  checkedLine: z.string(),
});

export const resultCard = card('result', template, resultData, resultSamples);
