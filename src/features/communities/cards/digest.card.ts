/** What a community's channels read of the time since the last one. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './digest.card.json' with { type: 'json' };
import { digestSamples } from './digest.samples.ts';

const lines = z.array(z.object({ text: z.string() }));

export const digestData = z.object({
  summary: z.string(),
  heading: z.string(),
  scenarios: lines,
  widened: lines,
  decisions: lines,
  reuses: lines,
  hasSession: z.boolean(),
  sessionLine: z.string(),
  pageUrl: z.string(),
  settingsUrl: z.string(),
});
export type DigestData = z.input<typeof digestData>;

export const digestCard = card('digest', template, digestData, digestSamples);
