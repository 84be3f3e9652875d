/** What is kept beside the records: who was asked for a second look, and which question a group is asked. */
import { z } from 'zod';
import { instant, ref } from '../../core/fields.ts';
import { pulse } from '../../core/run.ts';

/** Names people, so it ends soon, and with the rating. */
export const ratingAsk = z.strictObject({ useId: ref, raterId: ref, askedBy: ref, askedAt: instant });
export type RatingAsk = z.infer<typeof ratingAsk>;

/** A question to the people of a pilot, from the day it is opened until it ends. */
export const pulseRound = z.strictObject({
  pilotId: ref,
  workflowId: ref,
  question: pulse.shape.question,
  stage: pulse.shape.stage,
  openedAt: instant,
  endsAt: instant,
});
export type PulseRound = z.infer<typeof pulseRound>;
