/** The filled prompt as it goes into the message box: others in the chat read it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './filled.card.json' with { type: 'json' };
import { filledSamples } from './filled.samples.ts';

export const filledData = z.object({
  summary: z.string(),
  scenarioId: z.string(),
  fromLine: z.string(),
  title: z.string(),
  lines: z.array(textLine),
  verdictShort: z.string(),
  hasCopy: z.boolean(),
  text: z.string(),
  canLaunch: z.boolean(),
  launchUrl: z.string(),
});

export const filledCard = card('filled', template, filledData, filledSamples);
