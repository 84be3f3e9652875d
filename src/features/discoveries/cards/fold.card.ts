/** What a discovery becomes: a draft of a scenario, a prompt, a good example. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './fold.card.json' with { type: 'json' };
import { foldSamples } from './fold.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });
const line = z.object({ text: z.string() });

export const foldData = z.object({
  summary: z.string(),
  discoveryId: z.string(),
  discoveryTitle: z.string(),
  problems: z.array(line),
  fold: z.string(),
  kinds: z.array(choice),
  scenarioId: z.string(),
  scenarios: z.array(choice),
  workflowId: z.string(),
  workflows: z.array(choice),
  title: z.string(),
  promptText: z.string(),
  example: z.string(),
  whyGood: z.string(),
  anonymised: z.enum(['true', 'false']),
});

export const foldCard = card('discoveryFold', template, foldData, foldSamples);
