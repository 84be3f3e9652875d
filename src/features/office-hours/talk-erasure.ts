/** A person taken out of what is talked about: whether they come, what they wished for and that it helped goes; topics stay nameless. */
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { changed, type Erasing, type Erasure, removal, removedId, withoutPerson } from '../../core/erasure.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { repostOperation } from '../../core/post.ts';
import { outcomeOf, rsvpOf } from './documents.ts';
import { markId, markKind } from './helped-mark.ts';
import { outcome, type Rsvp, session, topic, topicWish } from './model.ts';
import { recapPost } from './recap-view.ts';
import { fillOperation, sessionPost } from './rsvp-promote.ts';
import { isOver, without } from './rsvp-rules.ts';
import { wishKind } from './topic-documents.ts';

export const talkErasure = (hash: KeyedHash): Erasure => ({
  written: [{ kind: 'topic', author: 'proposedBy', fields: ['title', 'kind', 'state', 'createdAt'] }],
  async *erase(turn, personId) {
    yield* answers(turn, personId);
    yield* topics(turn.store, personId);
    yield* outcomes(turn, personId);
    yield* marks(hash, turn.store, personId);
  },
});

/** Their seat in a session to come is free again; of one that is over the count stays. */
async function* answers({ store, now }: Erasing, personId: string): AsyncGenerator<WriteOperation> {
  const answered = new Map<string, Rsvp['answer']>();
  for await (const found of findAll(store, { kind: 'rsvp', where: [['personId', '=', personId]] })) {
    const { body } = rsvpOf(found);
    answered.set(body.sessionId, body.answer);
    yield removal(found);
  }
  for (const id of new Set([...answered.keys(), ...(await actedOn(store, 'session', personId))])) {
    const found = await store.get('session', id);
    if (!found) continue;
    const before = session.parse(found.body);
    const isToCome = before.state === 'scheduled' && !isOver(before, now);
    const seats = isToCome ? without(before, answered.get(id)) : before;
    // Whose turn it is to host is another part's to say.
    const by = { createdBy: nameless(seats.createdBy, personId), updatedBy: nameless(seats.updatedBy, personId) };
    const isStamped = by.createdBy !== before.createdBy || by.updatedBy !== before.updatedBy;
    if (seats === before && !isStamped) continue;
    yield changed(found, session.parse({ ...seats, ...by }));
    if (seats === before) continue;
    yield fillOperation(now, id);
    yield repostOperation(now, sessionPost, id);
  }
}

const nameless = (id: string, personId: string): string => (id === personId ? removedId : id);

async function* topics(store: TenantStore, personId: string): AsyncGenerator<WriteOperation> {
  const wished = new Set<string>();
  for await (const found of findAll(store, { kind: wishKind, where: [['personId', '=', personId]] })) {
    wished.add(topicWish.parse(found.body).topicId);
    yield removal(found);
  }
  const own: string[] = [];
  for await (const { id } of findAll(store, { kind: 'topic', where: [['proposedBy', '=', personId]] })) own.push(id);
  for (const id of new Set([...wished, ...own, ...(await actedOn(store, 'topic', personId))])) {
    const found = await store.get('topic', id);
    if (!found) continue;
    const before = topic.parse(found.body);
    const wanted = Math.max(0, before.wanted - (wished.has(id) ? 1 : 0));
    const after = topic.parse(withoutPerson({ ...before, wanted }, personId));
    if (JSON.stringify(after) !== JSON.stringify(before)) yield changed(found, after);
  }
}

/** What they took on waits for somebody again. */
async function* outcomes({ store, now }: Erasing, personId: string): AsyncGenerator<WriteOperation> {
  for await (const found of touchedOutcomes(store, personId)) {
    const { ownerId, ...rest } = outcomeOf(found).body;
    const isTheirs = ownerId === personId;
    const before = isTheirs || ownerId === undefined ? rest : { ...rest, ownerId };
    const after = outcome.parse(withoutPerson(before, personId));
    if (isTheirs || withoutPerson(before, personId) !== before) yield changed(found, after);
    if (isTheirs) yield repostOperation(now, recapPost, after.sessionId);
  }
}

async function* touchedOutcomes(store: TenantStore, personId: string): AsyncGenerator<StoredDocument> {
  const seen = new Set<string>();
  for (const field of ['ownerId', 'createdBy', 'updatedBy'])
    for await (const found of findAll(store, { kind: 'outcome', where: [[field, '=', personId]] })) {
      if (!seen.has(found.id)) yield found;
      seen.add(found.id);
    }
}

/** Nothing leads from a mark to a person: it is looked for under each session. */
async function* marks(hash: KeyedHash, store: TenantStore, personId: string): AsyncGenerator<WriteOperation> {
  for await (const { id } of findAll(store, { kind: 'session', where: [['state', '=', 'recapped']] })) {
    const found = await store.get(markKind, markId({ hash }, id, personId));
    if (found) yield removal(found);
  }
}

async function actedOn(store: TenantStore, entityType: string, personId: string): Promise<string[]> {
  const ids = new Set<string>();
  const where = [
    ['actorId', '=', personId],
    ['entityType', '=', entityType],
  ] as const;
  for await (const { body } of findAll(store, { kind: 'auditEntry', where })) ids.add(String(Object(body).entityId));
  return [...ids];
}
