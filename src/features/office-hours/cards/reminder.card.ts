/** A session that somebody said they would come to, some time before it begins. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './reminder.card.json' with { type: 'json' };
import { reminderSamples } from './reminder.samples.ts';

export const reminderData = z.object({
  summary: z.string(),
  sessionId: z.string(),
  title: z.string(),
  timeLine: z.string(),
  leftLine: z.string(),
  hostLine: z.string(),
  agenda: z.array(z.object({ text: z.string() })),
  hasJoin: z.boolean(),
  joinUrl: z.string(),
});

export const reminderCard = card('reminder', template, reminderData, reminderSamples);
