/** A person taken out of the records of runs: everything under their key goes, so it counts in no figure any more (product 7.7). */
import { findAll, type Query } from '../../core/documents.ts';
import { type Erasure, removal } from '../../core/erasure.ts';
import type { Desk } from './desk.ts';
import { keyOf } from './documents.ts';

/** What they ran, what they said of it, and what they said of the runs of others. */
const theirs: readonly (readonly [kind: string, field: string])[] = [
  ['use', 'personKey'],
  ['baseline', 'personKey'],
  ['qualityRating', 'personKey'],
  ['qualityRating', 'raterKey'],
  ['runCount', 'personKey'],
];

export const runErasure = (desk: Pick<Desk, 'hash'>): Erasure => ({
  isApart: true,
  async *erase({ store }, personId) {
    const key = keyOf(desk, { store }, personId);
    for (const [kind, field] of theirs) {
      const query: Query = { kind, where: [[field, '=', key]] };
      for await (const document of findAll(store, query)) yield removal(document);
    }
  },
});
