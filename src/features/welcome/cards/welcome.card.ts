/** First words and help: what Fieldbook does here, the role once, and the next press. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './welcome.card.json' with { type: 'json' };
import { welcomeSamples } from './welcome.samples.ts';

export const welcomeData = z.object({
  summary: z.string(),
  heading: z.string(),
  points: z.array(z.object({ text: z.string() })).max(6),
  asksRole: z.boolean(),
  roles: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  hasNote: z.boolean(),
  note: z.string(),
});

export const welcomeCard = card('welcome', template, welcomeData, welcomeSamples);
