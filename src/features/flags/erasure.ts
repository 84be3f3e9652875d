/** A person taken out of the flags: what they asked stays without them, what they answered too; seals, guards and counts go. */
import {
  findAll,
  type Query,
  type StoredDocument,
  type TenantStore,
  type WriteOperation,
} from '../../core/documents.ts';
import { changed, type Erasing, type Erasure, neutral, removal, withoutPerson } from '../../core/erasure.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { addDays, dayOf } from '../../core/time.ts';
import { guardId, reporterId, tallyId } from './documents.ts';
import { flag, flagReporter } from './model.ts';

const asked = ['question', 'urgency', 'context', 'state', 'createdAt', 'answer', 'answeredAt'];

export const flagErasure = (hash: KeyedHash): Erasure => ({
  written: [{ kind: 'flag', author: 'reporterId', fields: asked }],
  async *erase(turn, personId) {
    yield* sealed(hash, turn, personId);
    const seen = new Set<string>();
    for await (const document of touched(turn.store, personId)) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      yield* guard(hash, turn.store, document, personId);
      yield* withoutThem(document, personId);
    }
    yield* tallies(hash, turn, personId);
    yield* plans(turn.store, personId);
  },
});

/** The row goes before the seal does: afterwards nobody could find it. */
async function* sealed(hash: KeyedHash, { store }: Erasing, personId: string): AsyncGenerator<WriteOperation> {
  for await (const seal of findAll(store, { kind: 'flagReporter' })) {
    const { flagId } = flagReporter.parse(seal.body);
    if (seal.id !== reporterId(hash, flagId, personId)) continue;
    const asked = await store.get('flag', flagId);
    if (asked) yield* guard(hash, store, asked, personId);
    yield removal(seal);
  }
}

/** By name asked, taken on or answered; and by the audit log whatever else they did to one. */
async function* touched(store: TenantStore, personId: string): AsyncGenerator<StoredDocument> {
  for (const field of ['reporterId', 'assigneeId', 'answeredBy'])
    yield* findAll(store, { kind: 'flag', where: [[field, '=', personId]] });
  const acted: Query = {
    kind: 'auditEntry',
    where: [
      ['actorId', '=', personId],
      ['entityType', '=', 'flag'],
    ],
  };
  for await (const { body } of findAll(store, acted)) {
    const found = await store.get('flag', String(Object(body).entityId));
    if (found) yield found;
  }
}

/** What they had taken on waits for somebody again. */
function withoutThem(document: StoredDocument, personId: string): WriteOperation[] {
  const { assigneeId, ...rest } = flag.parse(document.body);
  if (assigneeId !== personId) return neutral(document, personId);
  const state = rest.state === 'assigned' ? 'open' : rest.state;
  return [changed(document, flag.parse(withoutPerson({ ...rest, state }, personId)))];
}

async function* guard(
  hash: KeyedHash,
  store: TenantStore,
  { body }: StoredDocument,
  personId: string,
): AsyncGenerator<WriteOperation> {
  const id = guardId(hash, personId, flag.parse(body).context);
  const found = id ? await store.get('guard', id) : undefined;
  if (found) yield removal(found);
}

/** Counts of a day live for two. */
async function* tallies(hash: KeyedHash, { store, now }: Erasing, personId: string): AsyncGenerator<WriteOperation> {
  for (const days of [0, -1, -2]) {
    const found = await store.get('tally', tallyId(hash, personId, addDays(dayOf(now), days)));
    if (found) yield removal(found);
  }
}

/** Answers of theirs that are still on their way to others. */
async function* plans(store: TenantStore, personId: string): AsyncGenerator<WriteOperation> {
  for await (const item of findAll(store, { kind: 'dueItem', where: [['facts.by', '=', personId]] }))
    yield* neutral(item, personId);
}
