/** What a session may talk about, with what this person may do about each of it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './topics.card.json' with { type: 'json' };
import { topicsSamples } from './topics.samples.ts';

export const topicsData = z.object({
  summary: z.string(),
  heading: z.string(),
  sessionId: z.string(),
  timeLine: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  isEmpty: z.boolean(),
  topics: z
    .array(
      z.object({
        topicId: z.string(),
        title: z.string(),
        text: z.string(),
        canWant: z.boolean(),
        canEdit: z.boolean(),
      }),
    )
    .max(20),
  canPropose: z.boolean(),
  canRecap: z.boolean(),
});

export const topicsCard = card('topics', template, topicsData, topicsSamples);
