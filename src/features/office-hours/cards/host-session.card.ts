/** One session, for whoever runs it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './host-session.card.json' with { type: 'json' };
import { hostSessionSamples } from './host-session.samples.ts';

export const hostSessionData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  facts: z.array(z.object({ text: z.string() })),
  sessionId: z.string(),
  seriesId: z.string(),
  /** Moved or cancelled. */
  canMove: z.boolean(),
  canRehost: z.boolean(),
  hasNotes: z.boolean(),
});
export type HostSessionData = z.input<typeof hostSessionData>;

export const hostSessionCard = card('hostSession', template, hostSessionData, hostSessionSamples);
