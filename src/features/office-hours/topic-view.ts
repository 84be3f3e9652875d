/** The topics of a session as one person sees them: to wish for, and for its host to put in order. */
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { topicCard } from './cards/topic.card.ts';
import { topicsCard } from './cards/topics.card.ts';
import { type Loaded, loadTopic, topicsOf } from './documents.ts';
import type { Topic } from './model.ts';
import { mayRecap } from './recap-rules.ts';
import { isOver } from './rsvp-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';
import { wishId, wishKind } from './topic-documents.ts';
import { isAccepted, isOpen, isWorded, seenTopics } from './topic-rules.ts';

const linesShown = 20;

export async function openTopics(desk: TalkDesk, turn: Turn, sessionId: string, note = ''): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  const card = await listCard(desk, turn, sight, note);
  return personal(turn, card, note || card.summary, 'medium');
}

async function listCard(desk: TalkDesk, turn: Turn, sight: Sight, note: string): Promise<Card> {
  const { words, who } = turn;
  const { session, series, isHost } = sight;
  const topics = seenTopics(await topicsOf(turn.store, session.id), isHost).slice(0, linesShown);
  const wished = await Promise.all(
    topics.map(({ id }) => turn.store.get(wishKind, wishId(desk.hash, id, who.personId))),
  );
  const canPropose = session.body.state === 'scheduled' && !isOver(session.body, turn.now);
  const heading = words('topic.heading', { title: series.body.title });
  const data = {
    ...{ summary: heading, heading, sessionId: session.id },
    timeLine: readableTime(new Date(session.body.startsAt), who.zone, who.locale),
    ...{ hasNote: note !== '', noteLine: note },
    isEmpty: topics.length === 0,
    topics: topics.map((topic, at) => ({
      ...{ topicId: topic.id, title: topic.body.title },
      text: topicLine(turn, topic, wished[at] !== undefined),
      canWant: topic.body.proposedBy !== who.personId && wished[at] === undefined && isWorded(topic.body),
      canEdit: isHost,
    })),
    ...{ canPropose, canRecap: isHost && mayRecap(session.body, turn.now) },
  };
  return topicsCard.render(data, words, placeOf(turn));
}

/** Whoever has wished for it is not counted among the others. */
export function topicLine({ words, who }: Turn, { body }: Loaded<Topic>, isWished = false): string {
  const others = body.wanted - (isWished ? 1 : 0);
  return [
    words(`topic.kind.${body.kind}`),
    isWorded(body) ? words(`topic.state.${body.state}`) : words('topic.hostsOnly'),
    ...(body.proposedBy === who.personId ? [words('topic.yours')] : []),
    ...(isWished ? [words('topic.wished')] : []),
    ...(others > 0 ? [words('topic.wanted', { count: others })] : []),
  ].join(' · ');
}

export interface TopicAsked {
  readonly topicId: string;
  /** Where its line stood; it may have moved since. */
  readonly sessionId: string;
}

/** One topic before its host. */
export async function openTopic(desk: TalkDesk, turn: Turn, asked: TopicAsked, problem = ''): Promise<Answer> {
  const at = await topicBefore(desk, turn, asked);
  if (!at) return refused(turn, 'not_found');
  if (!at.sight.isHost) return openTopics(desk, turn, asked.sessionId);
  const { body } = at.topic;
  const { words } = turn;
  const name = body.proposedBy === 'system' ? '' : await desk.nameOf(turn, body.proposedBy);
  const data = {
    ...{
      ...asked,
      summary: words('topic.one', { title: body.title }),
      title: body.title,
      about: topicLine(turn, at.topic),
    },
    ...{ hasName: name !== '', nameLine: words('topic.by', { name }) },
    ...{ hasProblem: problem !== '', problemLine: problem, isUnworded: !isWorded(body) },
    ...{ canAccept: isOpen(body) && !isAccepted(body), canSave: isAccepted(body), isOpen: isOpen(body) },
    canGoBack: !isAccepted(body),
  };
  return personal(turn, topicCard.render(data, words, placeOf(turn)), data.summary, 'medium');
}

export interface TopicSight {
  readonly sight: Sight;
  readonly topic: Loaded<Topic>;
}

/** A topic of the session's series; what waits for a host's words is there for hosts alone. */
export async function topicBefore(
  desk: TalkDesk,
  turn: Turn,
  { topicId, sessionId }: TopicAsked,
): Promise<TopicSight | undefined> {
  const [topic, sight] = await Promise.all([loadTopic(turn.store, topicId), sightOf(desk, turn, sessionId)]);
  if (!topic || !sight || topic.body.seriesId !== sight.series.id) return undefined;
  return sight.isHost || isWorded(topic.body) ? { sight, topic } : undefined;
}
