/** Four fields to plan office hours; the rest has its value already and waits under More. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './plan.card.json' with { type: 'json' };
import { planSamples } from './plan.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const planData = z.object({
  summary: z.string(),
  heading: z.string(),
  intro: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  problems: z.array(z.object({ text: z.string() })),
  /** Of the series that is changed; empty for a new one. */
  seriesId: z.string(),
  /** Of a new one: the same form sent twice makes one series. */
  formId: z.string(),
  communityId: z.string(),
  asksCommunity: z.boolean(),
  communities: z.array(choice),
  dayLabel: z.string(),
  day: z.string(),
  timeLabel: z.string(),
  time: z.string(),
  every: z.string(),
  everies: z.array(choice),
  link: z.string(),
  /** What is under More is shown from the start. */
  isOpen: z.boolean(),
  title: z.string(),
  purpose: z.string(),
  minutes: z.string(),
  zone: z.string(),
  capacity: z.string(),
  hosts: z.string(),
  hasHosts: z.boolean(),
  hostChoices: z.array(choice),
  meetingKind: z.string(),
  kinds: z.array(choice),
  lastDay: z.string(),
  count: z.string(),
  agendaHours: z.string(),
});
export type PlanData = z.input<typeof planData>;

export const planCard = card('plan', template, planData, planSamples);
