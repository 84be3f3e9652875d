/** One text to share; the rest has its value already and waits under More. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './form.card.json' with { type: 'json' };
import { formSamples } from './form.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });
const line = z.object({ text: z.string() });

export const formData = z.object({
  summary: z.string(),
  heading: z.string(),
  discoveryId: z.string(),
  sendTitle: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  problems: z.array(line),
  what: z.string(),
  dataClassId: z.string(),
  classes: z.array(choice),
  clean: z.enum(['true', 'false']),
  canPost: z.boolean(),
  postHere: z.enum(['true', 'false']),
  /** What is under More is shown from the start. */
  isOpen: z.boolean(),
  title: z.string(),
  scenarioId: z.string(),
  scenarios: z.array(choice),
  toolId: z.string(),
  tools: z.array(choice),
  roleId: z.string(),
  roles: z.array(choice),
  promptText: z.string(),
  sampleOutput: z.string(),
  minutesBefore: z.number().nullable(),
  minutesAfter: z.number().nullable(),
  credit: z.enum(['named', 'communityOnly']),
  credits: z.array(choice),
  sourceUrl: z.string(),
});
export type FormData = z.input<typeof formData>;

export const formCard = card('discoveryForm', template, formData, formSamples);
