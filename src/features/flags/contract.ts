/** What the tab sends about questions and gets of them. */
import { z } from 'zod';
import { queueFilter, workLine } from '../../core/work-item.ts';
import { categories } from './model.ts';

export const flagList = z.strictObject({ items: z.array(workLine) });
export const flagQuery = queueFilter;

const id = z.string().max(100);
const typed = z.string().max(20_000);

export const raiseBody = z.strictObject({
  question: typed,
  scenarioId: id.optional(),
  toolId: id.optional(),
  dataClassId: id.optional(),
  urgency: z.enum(['normal', 'today', 'mistakeHappened']).optional(),
  anonymous: z.boolean().optional(),
  /** Asked although it was decided before. */
  anyway: z.boolean().optional(),
});

export const nothing = z.strictObject({});
export const textBody = z.strictObject({ text: typed });
/** A text, or an earlier answer that does again; and what kind of question it was. */
export const answerBody = z.strictObject({
  text: typed.optional(),
  precedentId: id.optional(),
  category: z.enum(categories).optional(),
});
export const assignBody = z.strictObject({ assigneeId: id });
export const signBody = z.strictObject({ proposalId: id });
export const sendBackBody = z.strictObject({ proposalId: id, text: typed });
export const decideBody = z.strictObject({
  ruling: z.enum(['yes', 'yesWithConditions', 'no', 'notYet']),
  why: typed,
  condition: typed.optional(),
  aboutPeople: z.boolean().optional(),
});
