/** Where one person stands with a session: whether they come, when and where it is, what is talked about. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './rsvp.card.json' with { type: 'json' };
import { rsvpSamples } from './rsvp.samples.ts';

export const rsvpData = z.object({
  summary: z.string(),
  sessionId: z.string(),
  title: z.string(),
  statusLine: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  timeLine: z.string(),
  hostLine: z.string(),
  agenda: z.array(z.object({ text: z.string() })),
  hasJoin: z.boolean(),
  joinUrl: z.string(),
  canYes: z.boolean(),
  canMaybe: z.boolean(),
  canNo: z.boolean(),
  hasTopics: z.boolean(),
  canStop: z.boolean(),
  canRemind: z.boolean(),
});

export const rsvpCard = card('rsvp', template, rsvpData, rsvpSamples);
