/** Where the use form begins in the message box: start-here and the last three, one press each, or any other. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './pick.card.json' with { type: 'json' };
import { pickSamples } from './pick.samples.ts';

export const pickData = z.object({
  summary: z.string(),
  hasOpen: z.boolean(),
  openLine: z.string(),
  useId: z.string(),
  items: z.array(z.object({ scenarioId: z.string(), title: z.string(), text: z.string() })).max(4),
  choices: z.array(z.object({ title: z.string(), choiceId: z.string() })),
});

export type PickData = z.input<typeof pickData>;

export const pickCard = card('pick', template, pickData, pickSamples);
