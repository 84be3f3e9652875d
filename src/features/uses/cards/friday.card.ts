/** Friday's card: how many did you do this week, and sometimes one question without a name (product 11, L7). */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './friday.card.json' with { type: 'json' };
import { fridaySamples } from './friday.samples.ts';

export const fridayData = z.object({
  summary: z.string(),
  weekId: z.string(),
  isDone: z.boolean(),
  doneLine: z.string(),
  counts: z.array(
    z.object({
      workflowId: z.string(),
      name: z.string(),
      question: z.string(),
      /** Six and more: the number is typed. */
      asksNumber: z.boolean(),
      inputId: z.string(),
    }),
  ),
  hasPulse: z.boolean(),
  pulseQuestion: z.string(),
  groupId: z.string(),
  steps: z.array(z.object({ title: z.string(), choiceId: z.string() })),
});
export type FridayData = z.input<typeof fridayData>;

export const fridayCard = card('friday', template, fridayData, fridaySamples);
