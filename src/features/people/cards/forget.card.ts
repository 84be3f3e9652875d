/** What is deleted and what stays when a person asks to be forgotten, with the press that does it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './forget.card.json' with { type: 'json' };
import { forgetSamples } from './forget.samples.ts';

const line = z.object({ text: z.string() });

export const forgetData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
  isAsked: z.boolean(),
  goes: z.array(line),
  stays: z.array(line),
});

export const forgetCard = card('forget', template, forgetData, forgetSamples);
