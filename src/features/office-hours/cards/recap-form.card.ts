/** What came of a session: each of its topics, what came up besides, notes, and how many were there. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './recap-form.card.json' with { type: 'json' };
import { recapFormSamples } from './recap-form.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const recapFormData = z.object({
  summary: z.string(),
  heading: z.string(),
  sessionId: z.string(),
  problems: z.array(z.object({ text: z.string() })),
  hasTopics: z.boolean(),
  topics: z
    .array(z.object({ inputId: z.string(), title: z.string(), becoming: z.string(), choices: z.array(choice) }))
    .max(20),
  notes: z.string(),
  attendance: z.number().nullable(),
  /** What came up besides is shown from the start. */
  isOpen: z.boolean(),
  lines: z.array(
    z.object({
      ...{ lineId: z.string(), label: z.string(), text: z.string() },
      ...{ kindId: z.string(), kindLabel: z.string(), kind: z.string(), kinds: z.array(choice) },
      ...{ ownerId: z.string(), ownerLabel: z.string(), owner: z.string(), people: z.array(choice) },
      ...{ dueId: z.string(), dueLabel: z.string(), due: z.string() },
    }),
  ),
});

export const recapFormCard = card('recapForm', template, recapFormData, recapFormSamples);
