/** The numbers of a workflow's worksheet as a person gives them (product 4.1, 7.10): from then on they are no example any more. */
import { z } from 'zod';
import { minutes, text } from './fields.ts';

export const worksheetNumbers = z.strictObject({
  runsPerPersonPerMonth: z.number().positive().max(1_000),
  people: z.number().int().min(1).max(100_000),
  minutesPerRun: minutes,
  judgeable: z.enum(['yes', 'partly', 'no']),
  judgedBy: text(80),
  judgedHow: text(240),
});
export type WorksheetNumbers = z.infer<typeof worksheetNumbers>;
