/** A person taken out of the records of runs: everything under their key goes, so it counts in no figure any more (product 7.7). */
import { findAll, type Query } from '../../core/documents.ts';
import { type Erasure, removal } from '../../core/erasure.ts';
import { askKind } from './asks.ts';
import type { Desk } from './desk.ts';
import { keyOf } from './documents.ts';
import { markKeyOf } from './pulse-mark.ts';

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
    // Of the pulse only that they answered: what, nobody can tell.
    const marks: Query = { kind: 'pulseMark', where: [['markKey', '=', markKeyOf(desk, store, personId)]] };
    for await (const document of findAll(store, marks)) yield removal(document);
  },
});

export const askErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const field of ['raterId', 'askedBy'])
      for await (const document of findAll(store, { kind: askKind, where: [[field, '=', personId]] }))
        yield removal(document);
  },
};
