/** What looks like personal data in a text that is about to be shared; the person decides. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './warn.card.json' with { type: 'json' };
import { warnSamples } from './warn.samples.ts';

const line = z.object({ text: z.string() });

export const warnData = z.object({
  summary: z.string(),
  problems: z.array(line),
  findings: z.array(line),
  isSure: z.enum(['true', 'false']),
  kept: z.string(),
});

export const warnCard = card('discoveryWarn', template, warnData, warnSamples);
