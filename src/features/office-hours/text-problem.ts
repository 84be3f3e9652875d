/** What is wrong with a text that everybody will read, in the reader's words. */
import type { FieldProblem } from '../../core/route.ts';
import { isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';

export interface TypedText {
  readonly path: string;
  /** What the field is called. */
  readonly name: string;
  /** Cleaned. */
  readonly text: string;
  readonly max: number;
  /** May be left empty. */
  readonly isOptional?: boolean;
}

export function textProblem(
  { words }: Pick<Turn, 'words'>,
  { path, name: field, text, max, isOptional = false }: TypedText,
): FieldProblem | undefined {
  if (text === '' && !isOptional)
    return { path, error: 'field_required', message: words('error.field_required', { field }) };
  if (text === '' || isWithin(text, max)) return undefined;
  return { path, error: 'field_length', message: words('error.field_length', { field, min: 1, max }) };
}
