/** Asks who holds a right to confirm the part of the set-up that needs it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './confirm.card.json' with { type: 'json' };
import { confirmSamples } from './confirm.samples.ts';

export const confirmData = z.object({
  summary: z.string(),
  part: z.string(),
  /** What was prepared when the card was made is confirmed, and nothing that was prepared since. */
  version: z.string(),
  heading: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  text: z.string(),
  lines: z.array(z.object({ text: z.string() })),
});

export const confirmCard = card('setUpConfirm', template, confirmData, confirmSamples);
