/** What stands in for a scenario that this reader may not see, or that is gone: no title, no content. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './neutral.card.json' with { type: 'json' };
import { neutralSamples } from './neutral.samples.ts';

export const neutralData = z.object({
  summary: z.string(),
  heading: z.string(),
  text: z.string(),
  hasStart: z.boolean(),
  scenarioId: z.string(),
});

export const neutralCard = card('neutral', template, neutralData, neutralSamples);
