/** A session that somebody counts on is not as it was: moved, cancelled, on again, or run by somebody else. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './changed.card.json' with { type: 'json' };
import { changedSamples } from './changed.samples.ts';

export const changedData = z.object({
  summary: z.string(),
  heading: z.string(),
  title: z.string(),
  lines: z.array(z.object({ text: z.string() })),
  hasReason: z.boolean(),
  reason: z.string(),
  sessionId: z.string(),
  canOpen: z.boolean(),
  canLeave: z.boolean(),
});
export type ChangedData = z.input<typeof changedData>;

export const changedCard = card('sessionChanged', template, changedData, changedSamples);
