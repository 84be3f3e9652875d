/** Topics that a session leaves open go to the next one of its series; the series' own helpers use it when one is cancelled. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, replaced, topicsOf } from './documents.ts';
import { type Session, type Topic, topic } from './model.ts';
import { nextSession, topicKind } from './topic-documents.ts';
import { carried, isOpen, mostTopics, nextOrder } from './topic-rules.ts';

/** For the write that cancels a session. */
export const carryTopics = async (turn: Turn, { id, body }: Loaded<Session>): Promise<WriteOperation[]> =>
  carriedOver(
    turn,
    body,
    (await topicsOf(turn.store, id)).filter((each) => isOpen(each.body)),
  );

/** To the next session as far as it has room; the rest waits for one after it. */
export async function carriedOver(
  turn: Turn,
  from: Session,
  left: readonly Loaded<Topic>[],
): Promise<WriteOperation[]> {
  if (left.length === 0) return [];
  const next = await nextSession(turn.store, from.seriesId, from.startsAt);
  const others = next ? await topicsOf(turn.store, next.id) : [];
  const room = mostTopics - others.filter(({ body }) => isOpen(body)).length;
  const order = nextOrder(others);
  const stamp = { updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId };
  return left.map((each, at) => {
    const after = carried({ ...each.body, ...stamp }, at < room ? next?.id : undefined, order + at);
    return replaced(topicKind, each, topic.parse(after));
  });
}
