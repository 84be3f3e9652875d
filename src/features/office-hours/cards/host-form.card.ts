/** The little forms of a host: a new time, another host, a date to skip, a reason. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './host-form.card.json' with { type: 'json' };
import { hostFormSamples } from './host-form.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const hostFormData = z.object({
  summary: z.string(),
  heading: z.string(),
  title: z.string(),
  intro: z.string(),
  problems: z.array(z.object({ text: z.string() })),
  /** What the form is for. */
  whatId: z.string(),
  sessionId: z.string(),
  seriesId: z.string(),
  isOfSession: z.boolean(),
  asksTime: z.boolean(),
  day: z.string(),
  timeLabel: z.string(),
  time: z.string(),
  asksDate: z.boolean(),
  date: z.string(),
  dates: z.array(choice),
  asksHost: z.boolean(),
  hostId: z.string(),
  hosts: z.array(choice),
  asksReason: z.boolean(),
  needsReason: z.boolean(),
  reason: z.string(),
  goTitle: z.string(),
});
export type HostFormData = z.input<typeof hostFormData>;

export const hostFormCard = card('hostForm', template, hostFormData, hostFormSamples);
