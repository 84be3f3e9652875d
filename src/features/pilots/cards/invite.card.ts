/** Asks somebody to take part in a pilot: what is recorded, and their last one without AI (product 11, L2). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './invite.card.json' with { type: 'json' };
import { inviteSamples } from './invite.samples.ts';

export const inviteData = z.object({
  summary: z.string(),
  pilotId: z.string(),
  heading: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  text: z.string(),
  /** What is recorded. */
  lines: z.array(z.object({ text: z.string() })),
  /** Not any more once it runs. */
  asksLast: z.boolean(),
});

export const inviteCard = card('pilotInvite', template, inviteData, inviteSamples);
