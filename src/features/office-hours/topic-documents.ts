/** Topics in the store: made, wished for, carried to the next session. */
import { findAll, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, replaced, sessionOf, topicOf } from './documents.ts';
import { type Session, type Topic, topic, topicWish } from './model.ts';

export const topicKind = 'topic';
export const wishKind = 'topicWish';

/** A topic of its session, or of one that is still to come, as it is first kept. */
export const newTopic = (
  { now }: Pick<Turn, 'now'>,
  by: string,
  facts: Pick<Topic, 'seriesId' | 'title' | 'kind' | 'order'> & Partial<Topic>,
): Topic => {
  const at = now.toISOString();
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  return topic.parse({ ...stamps, proposedBy: by, wanted: 0, state: 'proposed', ...facts });
};

/** Keyed: it names a person. */
export const wishId = (hash: KeyedHash, topicId: string, personId: string): string => hash(wishKind, topicId, personId);

/** One for each person and topic, so that a second press finds the first. */
export const wishOperation = (hash: KeyedHash, topicId: string, { who: { personId }, now }: Turn): WriteOperation => ({
  ...{ op: 'create', kind: wishKind, id: wishId(hash, topicId, personId) },
  body: topicWish.parse({ topicId, personId, createdAt: now.toISOString() }),
});

/** All that was ever proposed for a series, whatever became of it. */
export async function topicsOfSeries(store: TenantStore, seriesId: string): Promise<Loaded<Topic>[]> {
  const found: Loaded<Topic>[] = [];
  for await (const document of findAll(store, { kind: topicKind, where: [['seriesId', '=', seriesId]] }))
    found.push(topicOf(document));
  return found;
}

/** The next session of the series after this moment, if it is planned already. */
export async function nextSession(
  store: TenantStore,
  seriesId: string,
  after: string,
): Promise<Loaded<Session> | undefined> {
  const where = [
    ['seriesId', '=', seriesId],
    ['state', '=', 'scheduled'],
    ['startsAt', '>', after],
  ] as const;
  const orderBy = { field: 'startsAt', direction: 'asc' } as const;
  const { items } = await store.find({ kind: 'session', where, orderBy, limit: 1 });
  return items[0] && sessionOf(items[0]);
}

/** The change of a topic and its audit entry. */
export const changeOf = (turn: Turn, loaded: Loaded<Topic>, after: Topic, event: string): WriteOperation[] => [
  replaced(topicKind, loaded, topic.parse(after)),
  auditOf(turn, {
    ...{ entityType: 'topic', entityId: loaded.id, event },
    changes: { state: { before: loaded.body.state, after: after.state } },
  }),
];
