/** How a series comes back (product 4.5): only what every calendar can say. */
import { z } from 'zod';

const weekday = z.number().int().min(1).max(7);

/** Weekdays from 1 = Monday; ordinal -1 is the last one of a month. */
export const recurrenceRule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.enum(['week', 'twoWeeks']), weekday }),
  z.strictObject({
    every: z.literal('monthByWeekday'),
    weekday,
    ordinal: z.union([z.literal(-1), z.number().int().min(1).max(4)]),
  }),
  z.strictObject({ every: z.literal('monthByDate'), dayOfMonth: z.number().int().min(1).max(28) }),
]);
export type RecurrenceRule = z.infer<typeof recurrenceRule>;
