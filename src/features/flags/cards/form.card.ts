/** One question to ask; what it is about comes from where it was asked. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './form.card.json' with { type: 'json' };
import { formSamples } from './form.samples.ts';

export const formData = z.object({
  summary: z.string(),
  hasContext: z.boolean(),
  contextLine: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  question: z.string(),
  urgency: z.enum(['normal', 'today', 'mistakeHappened']),
  urgencies: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  scenarioId: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  sourceUrl: z.string(),
  anonymous: z.enum(['true', 'false']),
  anyway: z.string(),
  isAsked: z.boolean(),
});

export const formCard = card('flagForm', template, formData, formSamples);
