/** From the bytes of a file to its text, or what is wrong with it: too large, no text, another encoding (reliability 13, rows 68 to 72). */
import type { ProblemCode } from '../../core/errors.ts';

export interface Wrong {
  readonly kind: 'wrong';
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}
export const wrong = (code: ProblemCode, values?: Wrong['values']): Wrong => ({
  ...{ kind: 'wrong', code },
  ...(values ? { values } : {}),
});

const megabyte = 1_024 * 1_024;
export const mostBytes = 2 * megabyte;

/** What other files begin with. */
const beginnings: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP'],
  [[0x50, 0x4b, 0x05, 0x06], 'ZIP'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS'],
];

export function textOfBytes(bytes: Uint8Array): { kind: 'text'; text: string } | Wrong {
  if (bytes.length > mostBytes) return wrong('import_too_large');
  const other = beginnings.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (other) return wrong('import_not_csv', { found: other[1] });
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
  if (isWide) return wrong('import_encoding', { found: 'UTF-16' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? wrong('import_empty') : { kind: 'text', text };
  } catch {
    return wrong('import_encoding', { found: 'Latin-1' });
  }
}
