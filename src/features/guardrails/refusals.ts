/** What an input that says the wrong thing is answered with, by its field's label. */
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';

export type Refused = Extract<Reply<never>, { kind: 'refused' }>;

export const refused = (code: Refused['code'], message?: string): Refused => ({
  kind: 'refused',
  code,
  ...(message ? { message } : {}),
});

type Path = 'alternatives' | 'conditions' | 'dataClassId' | 'replacementId' | 'toolId';

export function wrongField(
  { words }: Pick<Turn, 'words'>,
  path: Path,
  code: 'field_choice' | 'field_required' = 'field_choice',
): Refused {
  const message = words(`error.${code}`, { field: words(`field.${path}`) });
  return { kind: 'refused', code, message, fields: [{ path, error: code, message }] };
}
