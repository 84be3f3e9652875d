/** Longer texts as card lines: one element a line, paragraphs a little apart. */
import { z } from 'zod';

export const textLine = z.object({ text: z.string(), spacing: z.enum(['None', 'Small', 'Default']) });
export type TextLine = z.infer<typeof textLine>;

export function textLines(text: string): TextLine[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.flatMap((line, at) =>
    line === '' ? [] : [{ text: line, spacing: at === 0 || lines[at - 1] === '' ? 'Small' : 'None' } as const],
  );
}
