/** A person taken out of the records of runs: everything under their key goes, so it counts in no figure any more (product 7.7). */
import { type Condition, findAll, type StoredDocument, type TenantStore } from '../../core/documents.ts';
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
    const markKey = markKeyOf(desk, store, personId);
    // Of the pulse only that they answered: what, nobody can tell.
    const fields = [...theirs.map((each) => [...each, key] as const), ['pulseMark', 'markKey', markKey] as const];
    // Side by side, since each looks through all weeks.
    const found = await Promise.all(fields.map(([kind, field, value]) => all(store, kind, [field, '=', value])));
    // A rating of their own run is found by both of its keys.
    yield* new Map(found.flat().map((each) => [each.id, removal(each)])).values();
  },
});

async function all(store: TenantStore, kind: string, condition: Condition): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for await (const document of findAll(store, { kind, where: [condition] })) found.push(document);
  return found;
}

export const askErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const field of ['raterId', 'askedBy'])
      for await (const document of findAll(store, { kind: askKind, where: [[field, '=', personId]] }))
        yield removal(document);
  },
};
