/** The filled prompt, ready to copy: in a dialog, or in the bot's chat. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './done.card.json' with { type: 'json' };
import { doneSamples } from './done.samples.ts';

export const doneData = z.object({
  summary: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  verdictShort: z.string(),
  text: z.string(),
  hasCheck: z.boolean(),
  check: z.string(),
  canLaunch: z.boolean(),
  launchUrl: z.string(),
  /** A run of one's own data waits for a word on how it went. */
  canSay: z.boolean(),
  useId: z.string(),
});

export const doneCard = card('done', template, doneData, doneSamples);
