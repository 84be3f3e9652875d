/** "I want this too": one for each person and topic, counted in the same write, however many press at once (T3). */
import { setTimeout as pause } from 'node:timers/promises';
import { repostSoon } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, loadTopic, replaced, topicOf } from './documents.ts';
import { type Topic, topic } from './model.ts';
import { lineOf } from './rsvp.ts';
import { sessionPost } from './rsvp-promote.ts';
import type { TalkDesk } from './talk-desk.ts';
import { type Place, writtenOf } from './talk-line.ts';
import { topicKind, wishOperation } from './topic-documents.ts';
import { isOpen, isWorded } from './topic-rules.ts';
import { openTopics, type TopicAsked, topicBefore } from './topic-view.ts';

export type Wanted = 'missing' | 'counted' | 'again' | 'own' | 'over' | 'stale';

export async function wantTopic(desk: TalkDesk, turn: Turn, asked: TopicAsked): Promise<Answer> {
  const wanted = await wishFor(desk, turn, asked);
  if (wanted === 'missing') return refused(turn, 'not_found');
  if (wanted === 'stale') return refused(turn, 'stale');
  return openTopics(desk, turn, asked.sessionId, turn.words(`topic.want.${wanted}`));
}

export async function wishFor(desk: TalkDesk, turn: Turn, asked: TopicAsked): Promise<Wanted> {
  const at = await topicBefore(desk, turn, asked);
  if (!at) return 'missing';
  return desk.topicLine(lineOf(turn, asked.topicId), (place) => count({ desk, turn, place }, place.latest ?? at.topic));
}

interface Pressing {
  readonly desk: TalkDesk;
  readonly turn: Turn;
  readonly place: Place<Topic>;
}

async function count(pressing: Pressing, loaded: Loaded<Topic>, tries = 8, waitMs = 8): Promise<Wanted> {
  const { desk, turn, place } = pressing;
  const { body, id } = loaded;
  if (!isOpen(body) || !isWorded(body)) return 'over';
  if (body.proposedBy === turn.who.personId) return 'own';
  const isPlanned = (due: string) => place.isPlanned(turn.store, due);
  const operations = [
    wishOperation(desk.hash, id, turn),
    replaced(topicKind, loaded, topic.parse({ ...body, wanted: body.wanted + 1 })),
    auditOf(turn, { entityType: 'topic', entityId: id, event: 'wantTopic' }),
    ...(body.sessionId ? await repostSoon(turn.now, sessionPost, body.sessionId, isPlanned) : []),
  ];
  const result = await turn.store.write(operations);
  if (result.kind === 'ok') {
    const after = writtenOf(result.documents, topicKind);
    place.wrote(loaded, after && topicOf(after), operations);
    return 'counted';
  }
  if (result.kind === 'conflict' && result.index === 0) return 'again';
  if (tries <= 1) return 'stale';
  await pause(Math.random() * waitMs);
  const again = await loadTopic(turn.store, id);
  return again ? count(pressing, again, tries - 1, waitMs * 2) : 'over';
}
