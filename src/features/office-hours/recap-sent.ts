/** A recap as the tab sends it, in the fields of the one form that reads it; what is wrong is told by the tab's own names. */
import type { z } from 'zod';
import type { RecapSent } from './recap-form.ts';
import type { recapBody } from './session-contract.ts';

export function recapSentOf(
  sessionId: string,
  { topics, notes, attendance = '', lines }: z.infer<typeof recapBody>,
): RecapSent {
  return {
    ...{ sessionId, notes, attendance: String(attendance) },
    ...Object.fromEntries(topics.map(({ topicId, becomes }) => [`what_${topicId}`, becomes])),
    ...Object.fromEntries(
      lines.flatMap(({ kind, text, ownerId = '', dueOn = '' }, at): [string, string][] => [
        [`line_${at + 1}`, text],
        [`kind_${at + 1}`, kind],
        [`owner_${at + 1}`, ownerId],
        [`due_${at + 1}`, dueOn],
      ]),
    ),
  };
}

/** `line_1` is `lines.0.text`. */
export const recapPathOf = (field: string): string =>
  field.replace(
    /^(line|due)_(\d)$/,
    (_, name, number) => `lines.${Number(number) - 1}.${name === 'due' ? 'dueOn' : 'text'}`,
  );
