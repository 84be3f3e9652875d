/** What happens to a topic by its host: loaded, decided, saved. Cards and the API share it and differ in what they show. */
import { repostOperation } from '../../core/post.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, replaced, topicsOf } from './documents.ts';
import { type Topic, topic } from './model.ts';
import { sessionPost } from './rsvp-promote.ts';
import type { TalkDesk } from './talk-desk.ts';
import { textProblem } from './text-problem.ts';
import { changeOf, nextSession, topicKind } from './topic-documents.ts';
import { decideTopic, isOpen, mostTopics, moved, nextOrder, type TopicEvent } from './topic-rules.ts';
import { type TopicAsked, type TopicSight, topicBefore } from './topic-view.ts';

const maxTitle = 120;

export interface ChangingTopic extends TopicAsked {
  /** What the person saw: another version is not changed. Left out, the press is judged by what is stored. */
  readonly version?: string;
}

export interface Pressed extends ChangingTopic {
  readonly name: TopicEvent['name'];
  readonly title: string;
}

export interface Moving extends ChangingTopic {
  readonly step: 'up' | 'down';
}

export type TopicChanged =
  | { kind: 'done' | 'same' | 'missing' | 'forbidden' | 'stale' | 'needsWording' | 'outdated' }
  | { kind: 'problem'; problem: FieldProblem };

export async function changeTopic(desk: TalkDesk, turn: Turn, pressed: Pressed, tries = 4): Promise<TopicChanged> {
  const { name, topicId, sessionId, version } = pressed;
  const at = await topicBefore(desk, turn, { topicId, sessionId });
  if (!at) return { kind: 'missing' };
  if (!at.sight.isHost) return { kind: 'forbidden' };
  if (isDone(turn, at.topic.body, pressed)) return { kind: 'done' };
  if (version !== undefined && version !== at.topic.version) return { kind: 'stale' };
  const title = cleanText(pressed.title);
  const isWording = name === 'accept' || name === 'reword';
  const problem = isWording ? wordingProblem(turn, title) : undefined;
  if (problem) return { kind: 'problem', problem };
  const event = name === 'carryOver' ? await carrying(turn, at) : ({ name, title } as TopicEvent);
  const outcome = decideTopic(at.topic.body, event, turn.who.personId, turn.now);
  if (outcome.kind !== 'changed') return outcome;
  const result = await turn.store.write([
    ...changeOf(turn, at.topic, outcome.topic, name),
    repostOperation(turn.now, sessionPost, sessionId),
  ]);
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? changeTopic(desk, turn, pressed, tries - 1) : { kind: 'stale' };
}

const wordingProblem = (turn: Turn, text: string): FieldProblem | undefined =>
  textProblem(turn, { path: 'title', name: turn.words('card.topic.title'), text, max: maxTitle });

/** The same press, delivered again: what it did stands there. */
function isDone({ who }: Turn, topic: Topic, { sessionId, name }: Pressed): boolean {
  if (topic.updatedBy !== who.personId) return false;
  const isElsewhere = topic.state === 'carriedOver' && topic.sessionId !== sessionId;
  return name === 'drop' ? topic.state === 'dropped' : name === 'carryOver' && isElsewhere;
}

/** To the next one of the series, where one is planned and has room. */
async function carrying({ store }: Turn, { sight: { session } }: TopicSight): Promise<TopicEvent> {
  const next = await nextSession(store, session.body.seriesId, session.body.startsAt);
  const others = next ? await topicsOf(store, next.id) : [];
  const hasRoom = others.filter(({ body }) => isOpen(body)).length < mostTopics;
  return { name: 'carryOver', sessionId: hasRoom ? next?.id : undefined, order: nextOrder(others) };
}

/** `same`: it stands at the end already. */
export async function moveTopic(desk: TalkDesk, turn: Turn, moving: Moving, tries = 4): Promise<TopicChanged> {
  const { topicId, sessionId, version, step } = moving;
  const at = await topicBefore(desk, turn, { topicId, sessionId });
  if (!at) return { kind: 'missing' };
  if (!at.sight.isHost) return { kind: 'forbidden' };
  if (version !== undefined && version !== at.topic.version) return { kind: 'stale' };
  const changed = moved(await topicsOf(turn.store, sessionId), topicId, step === 'up' ? -1 : 1);
  if (changed.length === 0) return { kind: 'same' };
  const stamp = { updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId };
  const result = await turn.store.write([
    ...changed.map((each) => replaced(topicKind, each, topic.parse({ ...each.body, ...stamp }))),
    auditOf(turn, { entityType: 'topic', entityId: topicId, event: 'order' }),
    repostOperation(turn.now, sessionPost, sessionId),
  ]);
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? moveTopic(desk, turn, moving, tries - 1) : { kind: 'stale' };
}
