/** What the set-up page asks and sends (product 11, L1). */
import { z } from 'zod';
import { askedRef, directoryId, text } from '../../core/fields.ts';
import { worksheetNumbers } from '../../core/worksheet.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

export const verdicts = ['allowed', 'withConditions', 'notAllowed'] as const;

const answered = z.strictObject({
  dataClassId: askedRef,
  verdict: z.enum(verdicts),
  conditions: z.array(text(160)).max(5),
  reason: text(240),
});

/** `POST /api/setup`: all six parts, kept and done as far as whoever presses may. */
export const prepareBody = z.strictObject({
  ...{ ownerId: askedRef, hrLeadId: askedRef, toolsLeadId: askedRef, workflowId: askedRef, contactId: askedRef },
  toolIds: z.array(askedRef).min(1).max(10),
  answers: z.array(answered).max(10),
  worksheet: worksheetNumbers,
  memberIds: z.array(askedRef).max(10),
  /** The names of those among them whom Fieldbook does not know yet. */
  newPeople: z
    .array(z.strictObject({ id: directoryId, name: text(120) }))
    .max(20)
    .default([]),
});
export type PrepareBody = z.infer<typeof prepareBody>;

/** `POST /api/setup/confirm`: one part, by who holds the right for it. */
export const confirmBody = z.strictObject({ part: z.enum(['people', 'tools', 'pilot']) });

const part = z.strictObject({
  part: z.enum(['people', 'tools', 'pilot']),
  title: z.string(),
  /** `later`: another part comes first. */
  is: z.enum(['done', 'yours', 'waiting', 'later']),
  text: z.string(),
  lines: z.array(z.string()),
});

export const setUpView = z.strictObject({
  /** What was prepared last, as the form has it. */
  plan: prepareBody.omit({ newPeople: true }).optional(),
  /** Who may be meant by an id of the plan, the reader included. */
  people: z.array(named),
  me: z.string(),
  /** Those who hold a chair alone already; empty where nobody does, or several. */
  chairs: z.strictObject({ ownerId: z.string(), hrLeadId: z.string(), toolsLeadId: z.string() }),
  workflows: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string(), department: z.string(), problem: z.string() },
      worksheet: worksheetNumbers.optional(),
      points: z.number().int().optional(),
      scenarios: z.array(z.string()),
      tools: z.array(named),
      /** The kinds of data that nobody has decided about for all of these tools. */
      classes: z.array(
        z.strictObject({ id: z.string(), name: z.string(), description: z.string(), examples: z.array(z.string()) }),
      ),
    }),
  ),
  /** Why an answer is so, prefilled by its word; and the condition that `withConditions` begins with. */
  reasons: z.strictObject({ allowed: z.string(), withConditions: z.string(), notAllowed: z.string() }),
  condition: z.string(),
  sizes: z.strictObject({ least: z.number().int(), most: z.number().int() }),
  parts: z.array(part),
  pilotId: z.string().optional(),
  note: z.string().optional(),
  /** What was prepared is kept, but a part could not be done. */
  problem: z.string().optional(),
});
export type SetUpView = z.infer<typeof setUpView>;

export const peopleQuery = z.strictObject({ q: z.string().max(100).optional() });
export const peopleList = z.strictObject({ items: z.array(named) });

/** `GET /api/contact`: whom anybody tells when something went wrong; empty while nobody is named. */
export const contactReply = z.strictObject({ name: z.string() });
