/** What an input that says the wrong thing is answered with, by its field's label. */
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';

export type Refused = Extract<Reply<never>, { kind: 'refused' }>;

export const refused = (code: Refused['code'], message?: string): Refused => ({
  kind: 'refused',
  code,
  ...(message ? { message } : {}),
});

const labels = {
  alternatives: 'tools.field.alternatives',
  conditions: 'tools.field.conditions',
  dataClassId: 'tools.field.dataClass',
  replacementId: 'tools.field.alternatives',
  toolId: 'tools.fact.tool',
} as const;

export function wrongField(
  { words }: Pick<Turn, 'words'>,
  path: keyof typeof labels,
  code: 'field_choice' | 'field_required' = 'field_choice',
): Refused {
  const message = words(`error.${code}`, { field: words(labels[path]) });
  return { kind: 'refused', code, message, fields: [{ path, error: code, message }] };
}
