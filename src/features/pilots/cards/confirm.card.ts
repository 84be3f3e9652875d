/** The one Confirm card of whoever signs second: the start of a pilot, or how it was decided (product 11, L1). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './confirm.card.json' with { type: 'json' };
import { confirmSamples } from './confirm.samples.ts';

export const confirmData = z.object({
  summary: z.string(),
  pilotId: z.string(),
  /** What was signed is confirmed, and nothing that was signed since. */
  signedAt: z.string(),
  heading: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  text: z.string(),
  lines: z.array(z.object({ text: z.string() })),
});

export const confirmCard = card('pilotConfirm', template, confirmData, confirmSamples);
