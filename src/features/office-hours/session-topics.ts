/** What sessions would have talked about and do not: it waits for another one, in the end for any of its community. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, replaced, seriesOf, topicsOf } from './documents.ts';
import { type Session, type Topic, topic } from './model.ts';
import { runningSeries } from './session-documents.ts';
import { carryTopics } from './topic-carry.ts';
import { topicKind, topicsOfSeries } from './topic-documents.ts';
import { carried, isOpen } from './topic-rules.ts';

/** As many as fit a write beside all else. */
const mostAdopted = 20;
const endedRead = 20;

/** Of one session that is cancelled they go to the next one; of several they wait, since the next ones go as well. */
export async function leftTopics(
  turn: Turn,
  session: Loaded<Session>,
  { isAlone, seriesId }: { readonly isAlone: boolean; readonly seriesId: string | undefined },
): Promise<WriteOperation[]> {
  if (isAlone && seriesId === undefined) return carryTopics(turn, session);
  const left = (await topicsOf(turn.store, session.id)).filter(({ body }) => isOpen(body));
  return left.map((each) => waiting(turn, each, seriesId));
}

const waiting = ({ now, who }: Turn, loaded: Loaded<Topic>, seriesId = loaded.body.seriesId): WriteOperation => {
  const stamp = { updatedAt: now.toISOString(), updatedBy: who.personId };
  const after = carried({ ...loaded.body, ...stamp, seriesId }, undefined, loaded.body.order);
  return replaced(topicKind, loaded, topic.parse(after));
};

const isWaiting = ({ body }: Loaded<Topic>): boolean => isOpen(body) && body.sessionId === undefined;

/** Another series of the community, for what one that ends leaves open. */
export async function otherSeries({ store }: Turn, communityId: string, seriesId: string): Promise<string | undefined> {
  return (await runningSeries(store, [communityId])).find(({ id }) => id !== seriesId)?.id;
}

/** What waits for a session of a series waits for one of another. */
export async function handedOn(turn: Turn, fromId: string, toId: string): Promise<WriteOperation[]> {
  const left = (await topicsOfSeries(turn.store, fromId)).filter(isWaiting);
  return left.slice(0, mostAdopted).map((each) => waiting(turn, each, toId));
}

/** For the write of a new series: what the ended ones of its community left open. */
export async function adoptedTopics(turn: Turn, communityId: string, seriesId: string): Promise<WriteOperation[]> {
  const where = [
    ['communityId', '=', communityId],
    ['state', '=', 'ended'],
  ] as const;
  const { items } = await turn.store.find({ kind: 'series', where, limit: endedRead });
  const all = await Promise.all(items.map(seriesOf).map(({ id }) => handedOn(turn, id, seriesId)));
  return all.flat().slice(0, mostAdopted);
}
