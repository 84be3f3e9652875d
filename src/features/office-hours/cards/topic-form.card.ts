/** A topic to propose: one line, of what kind, and whether it may name whoever brings it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './topic-form.card.json' with { type: 'json' };
import { topicFormSamples } from './topic-form.samples.ts';

export const topicFormData = z.object({
  summary: z.string(),
  sessionId: z.string(),
  forLine: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  title: z.string(),
  kind: z.string(),
  kinds: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  isNamed: z.enum(['true', 'false']),
});

export const topicFormCard = card('topicForm', template, topicFormData, topicFormSamples);
