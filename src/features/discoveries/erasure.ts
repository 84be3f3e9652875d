/** A person taken out of the discoveries: what they shared stays without their name, that they used others' goes. */
import {
  findAll,
  type Query,
  type StoredDocument,
  type TenantStore,
  type WriteOperation,
} from '../../core/documents.ts';
import { changed, type Erasure, neutral, removal, withoutPerson } from '../../core/erasure.ts';
import { repostOperation } from '../../core/post.ts';
import { kind, reuseKind } from './documents.ts';
import { discovery } from './model.ts';
import { postKind } from './plan.ts';

const shared = ['title', 'what', 'promptText', 'sampleOutput', 'sourceLink', 'minutesBefore', 'minutesAfter', 'credit'];

export const discoveryErasure: Erasure = {
  written: [{ kind, author: 'authorId', fields: [...shared, 'dataClassId', 'scenarioId', 'state', 'createdAt'] }],
  async *erase({ store, now }, personId) {
    for await (const used of findAll(store, { kind: reuseKind, where: [['personId', '=', personId]] }))
      yield removal(used);
    const seen = new Set<string>();
    for await (const document of touched(store, personId)) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      const operations = withoutThem(document, personId);
      yield* operations;
      // Their name stands on its card in a chat as well.
      if (operations.length > 0 && discovery.parse(document.body).isPosted)
        yield repostOperation(now, postKind, document.id);
    }
  },
};

/** Shared or taken on by them, and by the audit log whatever else they did to one. */
async function* touched(store: TenantStore, personId: string): AsyncGenerator<StoredDocument> {
  for (const field of ['authorId', 'assigneeId']) yield* findAll(store, { kind, where: [[field, '=', personId]] });
  const acted: Query = {
    kind: 'auditEntry',
    where: [
      ['actorId', '=', personId],
      ['entityType', '=', kind],
    ],
  };
  for await (const { body } of findAll(store, acted)) {
    const found = await store.get(kind, String(Object(body).entityId));
    if (found) yield found;
  }
}

/** What they had taken on waits for somebody again. */
function withoutThem(document: StoredDocument, personId: string): WriteOperation[] {
  const { assigneeId, ...rest } = discovery.parse(document.body);
  if (assigneeId !== personId) return neutral(document, personId);
  const state = rest.state === 'inTriage' ? 'submitted' : rest.state;
  return [changed(document, discovery.parse(withoutPerson({ ...rest, state }, personId)))];
}
