/** What the writer of the kill test writes, from a seed: so that the test knows what every batch must hold. */
import { z } from 'zod';
import type { WriteOperation } from '../../src/core/documents.ts';

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed, the same run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mostly small batches, now and then one that fills many pages. */
export function sizeOf(seed: number, batch: number): number {
  const next = numbersFrom(seed * 1_000_003 + batch);
  return next() < 0.15 ? 20 + Math.floor(next() * 70) : 1 + Math.floor(next() * 5);
}

export const written = z.object({ batch: z.number(), row: z.number(), of: z.number(), text: z.string() });
export const counter = z.object({ batch: z.number() });

export const textOf = (batch: number, row: number): string =>
  `${batch}.${row} `.repeat(50 + ((batch * 31 + row) % 400));

/** The rows of one batch, and last the counter that every batch replaces. */
export function batchOf(seed: number, batch: number, version: string | undefined): WriteOperation[] {
  const of = sizeOf(seed, batch);
  const rows = Array.from({ length: of }, (_, row): WriteOperation => {
    const body: z.infer<typeof written> = { batch, row, of, text: textOf(batch, row) };
    return { op: 'create', kind: 'row', id: `${batch}-${row}`, body };
  });
  const place = { kind: 'counter', id: 'counter', body: { batch } satisfies z.infer<typeof counter> };
  return [...rows, version === undefined ? { op: 'create', ...place } : { op: 'replace', version, ...place }];
}
