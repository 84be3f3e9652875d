/** What the page of a person's own runs sends and gets: nobody else's are ever in it. */
import { z } from 'zod';
import { minutes, text } from '../../core/fields.ts';
import { criterionAnswer, timeAnswers, useResults } from '../../core/run.ts';

const result = z.strictObject({ id: z.enum(useResults), word: z.string() });

export const runLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  startedAt: z.string(),
  result,
  minutes: z.number().optional(),
  /** "18 minutes by the clock", or what is asked of them; empty where nothing is to be said. */
  timeLine: z.string(),
  comment: z.string().optional(),
  timeWentTo: z.enum(timeAnswers).optional(),
  /** It may be told more of: finished by the person, with their own data. */
  mayTell: z.boolean(),
  /** The person has not judged what came out yet. */
  mayRate: z.boolean(),
  /** How they judged it; empty where not. */
  ratedLine: z.string(),
  version: z.string(),
});
export type RunLine = z.infer<typeof runLine>;

/** `GET /api/me/uses`, the newest first. */
export const runList = z.strictObject({ items: z.array(runLine) });
export type RunList = z.infer<typeof runList>;

const median = z.strictObject({ minutes: z.number(), n: z.number().int() });

/** `GET /api/me/figures`: of the last twelve weeks, by workflow. */
export const ownFigures = z.strictObject({
  items: z.array(
    z.strictObject({
      workflow: z.string(),
      runs: z.number().int(),
      worked: z.number().int(),
      neededEdits: z.number().int(),
      stuck: z.number().int(),
      withAi: median.optional(),
      without: median.optional(),
    }),
  ),
});
export type OwnFigures = z.infer<typeof ownFigures>;

/** `POST /api/me/uses/:id/result`. */
export const resultBody = z.strictObject({ result: z.enum(['worked', 'neededEdits', 'stuck']) });

/** `PATCH /api/me/uses/:id`: what is left out stays. */
export const tellBody = z.strictObject({
  minutes: minutes.optional(),
  comment: z.union([z.literal(''), text(400)]).optional(),
  timeWentTo: z.enum(timeAnswers).optional(),
});

/** `GET /api/me/uses/:id/rating`: the questions of the version that was run. */
export const ratingFormBody = z.strictObject({
  intro: z.string(),
  criteria: z.array(z.strictObject({ id: z.string(), text: z.string(), hint: z.string() })),
  good: z.strictObject({ text: z.string(), whyGood: z.string() }),
});
export type RatingForm = z.infer<typeof ratingFormBody>;

/** `POST /api/me/uses/:id/rating`: an answer to each. */
export const rateBody = z.strictObject({
  answers: z.record(criterionAnswer.shape.criterionId, criterionAnswer.shape.value),
});
export type RateBody = z.infer<typeof rateBody>;

export const runGone = z.strictObject({ id: z.string() });
