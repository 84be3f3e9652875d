/** The form of one prompt: tool with its verdict, a field for each variable, one tick for the rules to confirm. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './fill.card.json' with { type: 'json' };
import { fillSamples } from './fill.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const fillField = z.object({
  inputId: z.string(),
  label: z.string(),
  help: z.string(),
  showHelp: z.boolean(),
  text: z.string(),
  number: z.number().nullable(),
  maxChars: z.number(),
  required: z.boolean(),
  error: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  isShort: z.boolean(),
  isLong: z.boolean(),
  isNumber: z.boolean(),
  isDate: z.boolean(),
  isChoice: z.boolean(),
  choices: z.array(choice),
});

export const fillData = verdictBlock.extend({
  summary: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  toolId: z.string(),
  tools: z.array(choice),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  fields: z.array(fillField),
  asksConfirm: z.boolean(),
  confirms: z.array(z.object({ text: z.string() })),
  confirmedValue: z.enum(['true', 'false']),
  timedValue: z.enum(['true', 'false']),
  goTitle: z.string(),
});
export type FillData = z.infer<typeof fillData>;

export const fillCard = card('fill', template, fillData, fillSamples);
