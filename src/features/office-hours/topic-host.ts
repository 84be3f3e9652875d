/** What a host does with a topic: accept it, say it in other words, put it in order, drop it, keep it for the next time. */
import { repostOperation } from '../../core/post.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { auditOf, replaced, topicsOf } from './documents.ts';
import { type Topic, topic } from './model.ts';
import { sessionPost } from './rsvp-promote.ts';
import type { TalkDesk } from './talk-desk.ts';
import { changeOf, nextSession, topicKind } from './topic-documents.ts';
import { decideTopic, isOpen, mostTopics, moved, nextOrder, type TopicEvent } from './topic-rules.ts';
import { openTopic, openTopics, type TopicAsked, type TopicSight, topicBefore } from './topic-view.ts';

const maxTitle = 120;

export interface Pressed extends TopicAsked {
  readonly title: string;
}

export async function pressTopic(
  desk: TalkDesk,
  turn: Turn,
  pressed: Pressed,
  name: TopicEvent['name'],
  tries = 4,
): Promise<Answer> {
  const { sessionId } = pressed;
  const at = await topicBefore(desk, turn, pressed);
  if (!at) return refused(turn, 'not_found');
  if (!at.sight.isHost) return refused(turn, 'forbidden');
  const done = () => openTopics(desk, turn, sessionId, turn.words(`topic.done.${name}`));
  if (isDone(turn, at.topic.body, pressed, name)) return done();
  const title = cleanText(pressed.title);
  const problem = name === 'accept' || name === 'reword' ? titleProblem(turn, title) : '';
  if (problem) return openTopic(desk, turn, pressed, problem);
  const event = name === 'carryOver' ? await carrying(turn, at) : ({ name, title } as TopicEvent);
  const outcome = decideTopic(at.topic.body, event, turn.who.personId, turn.now);
  if (outcome.kind === 'needsWording') return openTopic(desk, turn, pressed, turn.words('topic.needsWording'));
  if (outcome.kind === 'outdated') return openTopics(desk, turn, sessionId, turn.words('topic.outdated'));
  const result = await turn.store.write([
    ...changeOf(turn, at.topic, outcome.topic, name),
    repostOperation(turn.now, sessionPost, sessionId),
  ]);
  if (result.kind === 'ok') return done();
  return tries > 1 ? pressTopic(desk, turn, pressed, name, tries - 1) : refused(turn, 'stale');
}

/** The same press, delivered again: what it did stands there. */
function isDone({ who }: Turn, topic: Topic, { sessionId }: Pressed, name: TopicEvent['name']): boolean {
  if (topic.updatedBy !== who.personId) return false;
  const isElsewhere = topic.state === 'carriedOver' && topic.sessionId !== sessionId;
  return name === 'drop' ? topic.state === 'dropped' : name === 'carryOver' && isElsewhere;
}

function titleProblem({ words }: Turn, title: string): string {
  const field = words('card.topic.title');
  if (title === '') return words('error.field_required', { field });
  return isWithin(title, maxTitle) ? '' : words('error.field_length', { field, min: 1, max: maxTitle });
}

/** To the next one of the series, where one is planned and has room. */
async function carrying({ store }: Turn, { sight: { session } }: TopicSight): Promise<TopicEvent> {
  const next = await nextSession(store, session.body.seriesId, session.body.startsAt);
  const others = next ? await topicsOf(store, next.id) : [];
  const hasRoom = others.filter(({ body }) => isOpen(body)).length < mostTopics;
  return { name: 'carryOver', sessionId: hasRoom ? next?.id : undefined, order: nextOrder(others) };
}

export async function orderTopic(
  desk: TalkDesk,
  turn: Turn,
  asked: TopicAsked,
  step: 1 | -1,
  tries = 4,
): Promise<Answer> {
  const { topicId, sessionId } = asked;
  const at = await topicBefore(desk, turn, asked);
  if (!at) return refused(turn, 'not_found');
  if (!at.sight.isHost) return refused(turn, 'forbidden');
  const changed = moved(await topicsOf(turn.store, sessionId), topicId, step);
  if (changed.length === 0) return openTopics(desk, turn, sessionId);
  const stamp = { updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId };
  const result = await turn.store.write([
    ...changed.map((each) => replaced(topicKind, each, topic.parse({ ...each.body, ...stamp }))),
    auditOf(turn, { entityType: 'topic', entityId: topicId, event: 'order' }),
    repostOperation(turn.now, sessionPost, sessionId),
  ]);
  if (result.kind === 'ok') return openTopics(desk, turn, sessionId, turn.words('topic.done.order'));
  return tries > 1 ? orderTopic(desk, turn, asked, step, tries - 1) : refused(turn, 'stale');
}
