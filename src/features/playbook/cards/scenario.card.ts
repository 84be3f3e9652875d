/** The whole scenario on one card: the six questions first, the rest one press away (product 8.4). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './scenario.card.json' with { type: 'json' };
import { scenarioSamples } from './scenario.samples.ts';

const line = z.object({ text: z.string() });

export const scenarioData = verdictBlock.extend({
  summary: z.string(),
  scenarioId: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  isHeld: z.boolean(),
  heldLine: z.string(),
  problem: z.string(),
  forLine: z.string(),
  task: z.string(),
  inputs: z.array(line),
  dataLine: z.string(),
  timeLine: z.string(),
  checkedLine: z.string(),
  hasPeople: z.boolean(),
  peopleLine: z.string(),
  good: z.array(textLine),
  whyGood: z.string(),
  criteria: z.array(line),
  hasWeak: z.boolean(),
  weak: z.array(textLine),
  whyWeak: z.string(),
  hasGuide: z.boolean(),
  guide: z.array(textLine),
  steps: z.array(line),
  whenNot: z.array(line),
  guardrails: z.array(z.object({ name: z.string(), rule: z.string() })),
  humanCheck: z.string(),
  prompts: z.array(z.object({ title: z.string(), lines: z.array(textLine) })),
});
export type ScenarioData = z.infer<typeof scenarioData>;

export const scenarioCard = card('scenario', template, scenarioData, scenarioSamples);
