/** Whom to ask for a second look: the scenario's owner, or somebody by name. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './ask-second.card.json' with { type: 'json' };
import { askSecondSamples } from './ask-second.samples.ts';

export const askSecondData = z.object({
  summary: z.string(),
  useId: z.string(),
  title: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  personId: z.string(),
  people: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  name: z.string(),
});
export type AskSecondData = z.input<typeof askSecondData>;

export const askSecondCard = card('askSecond', template, askSecondData, askSecondSamples);
