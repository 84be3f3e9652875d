/** What was prepared to set Fieldbook up, and which part of it was confirmed by whom (product 11, L1). One for an organisation. */
import { z } from 'zod';
import { instant, ref, stamped, text } from '../../core/fields.ts';
import { worksheetNumbers } from '../../core/worksheet.ts';

/** In this order: each needs the one before. */
export const parts = ['people', 'tools', 'pilot'] as const;
export type Part = (typeof parts)[number];

const confirmed = z.strictObject({ by: ref, at: instant });

export const answer = z.strictObject({
  dataClassId: ref,
  verdict: z.enum(['allowed', 'withConditions', 'notAllowed']),
  conditions: z.array(text(160)).max(5),
  reason: text(240),
});

export const setUp = z.strictObject({
  ...stamped,
  ownerId: ref,
  hrLeadId: ref,
  toolsLeadId: ref,
  workflowId: ref,
  toolIds: z.array(ref).min(1).max(10),
  answers: z.array(answer).max(10),
  worksheet: worksheetNumbers,
  memberIds: z.array(ref).min(1).max(10),
  /** Whom people tell when something went wrong. */
  contactId: ref,
  confirmed: z.strictObject({
    people: confirmed.optional(),
    tools: confirmed.optional(),
    pilot: confirmed.optional(),
  }),
  pilotId: ref.optional(),
});
export type SetUp = z.infer<typeof setUp>;
