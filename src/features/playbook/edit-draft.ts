/** A version while it is written: whatever is typed so far, in the same place where the finished one will stand. */
import { z } from 'zod';
import { count, instant, ref, stamped } from '../../core/fields.ts';
import { cleanText } from '../../core/text.ts';
import { type DraftContract, draftContract } from './edit-contract.ts';

const rest = {
  ...stamped,
  scenarioId: ref,
  version: count.min(1),
  changeNote: z.string().transform(cleanText).optional(),
  answersFeedback: z.array(ref).max(20),
};

export const scenarioDraft = draftContract.extend(rest);
export type ScenarioDraft = z.infer<typeof scenarioDraft>;

/** Any version, finished or not, as a list of versions reads it. */
export const anyVersion = scenarioDraft.extend({ publishedAt: instant.optional(), publishedBy: ref.optional() });
export type AnyVersion = z.infer<typeof anyVersion>;

/** The contract alone, without its place in the store. */
export function textOf(version: object): DraftContract {
  const fields = Object.entries(version).filter(([key]) => key in draftContract.shape);
  return draftContract.parse(Object.fromEntries(fields));
}

/** Without what is empty: that is what a finished contract is read from. Places in lists stay. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const less = withoutBlanks(part);
    return isBlank(less) ? [] : [[key, less] as const];
  });
  return Object.fromEntries(kept);
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);
