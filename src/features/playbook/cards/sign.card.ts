/** Asks the other one of the two whether everybody may see a workflow. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './sign.card.json' with { type: 'json' };
import { signSamples } from './sign.samples.ts';

export const signData = z.object({
  summary: z.string(),
  heading: z.string(),
  text: z.string(),
  workflowId: z.string(),
});

export const signCard = card('workflowSign', template, signData, signSamples);
