/** What the page of a workflow sends and gets: its steps, its worksheet, and what may happen to it (product 6.1). */
import { z } from 'zod';
import { askedRef, text } from '../../core/fields.ts';
import { historyEntry, itemAction } from '../../core/work-item.ts';
import { worksheetNumbers } from '../../core/worksheet.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

/** In the order of the work; their numbers follow from it. */
const stepBody = z.strictObject({ title: text(80), roleId: askedRef.optional(), isAiStep: z.boolean() });

const fields = {
  name: text(80),
  problem: text(240),
  steps: z.array(stepBody).min(2).max(12),
};

/** `POST /api/workflows`: whoever makes it owns it. */
export const createBody = z.strictObject({ ...fields, departmentId: askedRef, worksheet: worksheetNumbers.optional() });
export type CreateBody = z.infer<typeof createBody>;

/** `PATCH /api/workflows/:id`: what is left out stays. */
export const patchBody = z
  .strictObject({
    ...fields,
    worksheet: worksheetNumbers,
    runCountSource: z.enum(['weekly', 'worksheet']),
    ownerId: askedRef,
    hrLeadId: askedRef,
  })
  .partial();
export type PatchBody = z.infer<typeof patchBody>;

/** A press that asks for nothing. */
export const noBody = z.strictObject({});
export const reasonBody = z.strictObject({ reason: text(240) });
/** `replacementId`: the workflow that takes its place, when there is one. */
export const retireBody = reasonBody.extend({ replacementId: z.union([askedRef, z.literal('')]).default('') });

/** The score with its three parts (product 7.10); every part as "24 of 30". */
export const scoreView = z.strictObject({
  points: z.number().int(),
  /** Good first choice, possible, not first. */
  word: z.string(),
  parts: z.array(
    z.strictObject({ label: z.string(), points: z.number().int(), most: z.number().int(), text: z.string() }),
  ),
});
export type ScoreView = z.infer<typeof scoreView>;

/** `GET /api/workflows/:id/work` and the answer of every change: for those who may see what is prepared in it, else 404. */
export const workflowWork = z.strictObject({
  id: z.string(),
  name: z.string(),
  problem: z.string(),
  department: named,
  stage: z.strictObject({ id: z.string(), word: z.string() }),
  steps: z.array(
    z.strictObject({ title: z.string(), roleId: z.string().optional(), role: z.string(), isAiStep: z.boolean() }),
  ),
  owner: named.optional(),
  hrLead: named.optional(),
  worksheet: worksheetNumbers.optional(),
  /** Its numbers are examples that nobody has replaced yet. */
  isExample: z.boolean(),
  score: scoreView.optional(),
  /** What stands in the way of a pilot here, as sentences. */
  missing: z.array(z.string()),
  runCountSource: z.enum(['weekly', 'worksheet']),
  scenarios: z.array(z.strictObject({ id: z.string(), title: z.string(), word: z.string() })),
  /** One of the two has signed that everybody may see it. */
  signing: z.strictObject({ by: z.string(), at: z.string(), isMine: z.boolean() }).optional(),
  retired: z.strictObject({ reason: z.string(), at: z.string(), replacement: named.optional() }).optional(),
  /** What was learned in pilots that were stopped. */
  lessons: z.array(z.strictObject({ text: z.string(), at: z.string() })),
  /** This reader may change its fields. */
  mayEdit: z.boolean(),
  actions: z.array(itemAction),
  history: z.array(historyEntry),
  /** This reader's last event, as long as it can be taken back. */
  undo: z.strictObject({ label: z.string(), until: z.string() }).optional(),
  note: z.string().optional(),
});
export type WorkflowWork = z.infer<typeof workflowWork>;

/** `GET /api/workflow-options`: what a form offers. `departments` are those where this reader may make one. */
export const workflowOptions = z.strictObject({
  departments: z.array(named),
  roles: z.array(named),
  owners: z.array(named),
  hrLeads: z.array(named),
});
export type WorkflowOptions = z.infer<typeof workflowOptions>;
