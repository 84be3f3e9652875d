/** Bodies of the events of a scenario, `POST /api/scenarios/:id/<event>`; each replies with a `WorkItem`, its preview with a `Preview`. */
import { z } from 'zod';
import { cleanText } from '../../core/text.ts';

const id = z.string().max(100);
const said = (max: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(max));

export const sendBackBody = z.strictObject({
  reason: said(600),
  fields: z
    .array(z.strictObject({ path: z.string().max(100), text: said(240) }))
    .max(30)
    .default([]),
});
export const reasonBody = z.strictObject({ reason: said(240) });
export const retireBody = reasonBody.extend({ replacementId: id.default('') });
export const noteBody = z.strictObject({
  changeNote: z.string().transform(cleanText).pipe(z.string().max(240)).optional(),
});
/** A form sends the number as a choice's id. */
export const rollBackBody = z.strictObject({
  version: z.union([
    z.number().int().min(1),
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ]),
});

/** `GET /api/scenarios/:id/card`: the scenario card of the draft, or of the live text, as an Adaptive Card. */
export const draftCard = z.strictObject({ card: z.record(z.string(), z.unknown()) });
