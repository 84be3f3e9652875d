/** What came of a session, for its host: each can become a record of the playbook by one press. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './outcomes.card.json' with { type: 'json' };
import { outcomesSamples } from './outcomes.samples.ts';

export const outcomesData = z.object({
  summary: z.string(),
  heading: z.string(),
  sessionId: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  isEmpty: z.boolean(),
  outcomes: z.array(
    z.object({
      outcomeId: z.string(),
      text: z.string(),
      statusLine: z.string(),
      canMake: z.boolean(),
      makeTitle: z.string(),
    }),
  ),
});

export const outcomesCard = card('outcomes', template, outcomesData, outcomesSamples);
