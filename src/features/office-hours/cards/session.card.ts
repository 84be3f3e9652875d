/** One session: when, who, what is talked about, and the ways to take part. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './session.card.json' with { type: 'json' };
import { sessionSamples } from './session.samples.ts';

export const sessionData = z.object({
  summary: z.string(),
  sessionId: z.string(),
  seriesId: z.string(),
  title: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  whenLine: z.string(),
  /** The same in the reader's own time. */
  hasOwn: z.boolean(),
  ownLine: z.string(),
  /** The clocks change on that day. */
  hasClock: z.boolean(),
  clockLine: z.string(),
  hasStatus: z.boolean(),
  statusLine: z.string(),
  hasHost: z.boolean(),
  hostLine: z.string(),
  purpose: z.array(textLine),
  agenda: z.array(z.object({ text: z.string() })),
  hasSeats: z.boolean(),
  seatsLine: z.string(),
  canCome: z.boolean(),
  canPropose: z.boolean(),
  hasCalendar: z.boolean(),
  calendarUrl: z.string(),
  /** Before the others while it runs, in the menu until then. */
  hasJoinNow: z.boolean(),
  hasJoinLater: z.boolean(),
  joinUrl: z.string(),
  canManage: z.boolean(),
});
export type SessionData = z.input<typeof sessionData>;

export const sessionCard = card('session', template, sessionData, sessionSamples);
