/** Cards that grow past what a host takes are made smaller, never refused: the longest list or text gives first. */
import { graphemes, shorten } from './text.ts';

/** Bytes as UTF-8 and as UTF-16: hosts count the one or the other. */
const limits = {
  message: { utf8: 64_000, utf16: 76_000 },
  dialog: { utf8: 64_000, utf16: 76_000 },
  anywhere: { utf8: 24_000, utf16: 28_000 },
};

/** A unit of UTF-16 is three bytes of UTF-8 at most, so most cards need no counting. */
export const fits = (json: string, place: keyof typeof limits): boolean =>
  json.length * 2 <= limits[place].utf16 &&
  (json.length * 3 <= limits[place].utf8 || new TextEncoder().encode(json).length <= limits[place].utf8);

const shortest = 60;
const longItem = 300;

/** The record with its largest part cut by a third; undefined when nothing is left to cut. */
export function smaller(
  record: Readonly<Record<string, unknown>>,
  isWhole: (key: string) => boolean,
): Record<string, unknown> | undefined {
  const bySize = Object.entries(record)
    .filter(([key, value]) => !isWhole(key) && (typeof value === 'string' || typeof value === 'object'))
    .toSorted(([, a], [, b]) => sizeOf(b) - sizeOf(a));
  for (const [key, value] of bySize) {
    const less = smallerValue(value, isWhole);
    if (less !== undefined) return { ...record, [key]: less };
  }
  return undefined;
}

function smallerValue(value: unknown, isWhole: (key: string) => boolean): unknown {
  if (typeof value === 'string') {
    const length = graphemes(value);
    return length > shortest ? shorten(value, Math.floor((length * 2) / 3)) : undefined;
  }
  if (Array.isArray(value)) return smallerList(value, isWhole);
  return typeof value === 'object' && value !== null ? smaller({ ...value }, isWhole) : undefined;
}

/** A few long items are cut each; of many short ones the last go. */
function smallerList(list: readonly unknown[], isWhole: (key: string) => boolean): unknown[] | undefined {
  if (list.length === 0) return undefined;
  const isLong = sizeOf(list) / list.length > longItem;
  const cut = isLong ? list.map((item) => smallerValue(item, isWhole)) : [];
  if (cut.some((item) => item !== undefined)) return list.map((item, at) => cut[at] ?? item);
  return list.length > 1 ? list.slice(0, Math.floor((list.length * 2) / 3)) : undefined;
}

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;
