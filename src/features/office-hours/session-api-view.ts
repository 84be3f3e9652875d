/** A session as its page of the tab shows it. */
import { tagOf } from '../../core/tag.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, topicsOf } from './documents.ts';
import { hasSaid } from './helped-mark.ts';
import type { Outcome, Topic } from './model.ts';
import { outcomeShown } from './outcome-shown.ts';
import { recapFacts } from './recap-facts.ts';
import { isOver } from './rsvp-rules.ts';
import type { SessionRecap, SessionTopic, SessionView } from './session-contract.ts';
import { hostingOf } from './session-hosting.ts';
import { isStillOpen, sessionLine } from './session-line.ts';
import type { SessionBefore } from './session-seen.ts';
import { clockLine } from './session-view.ts';
import type { TalkDesk } from './talk-desk.ts';
import { wishId, wishKind } from './topic-documents.ts';
import { isAccepted, isWorded, seenTopics } from './topic-rules.ts';
import { topicLine } from './topic-view.ts';

export async function sessionShown(desk: TalkDesk, turn: Turn, before: SessionBefore, note = ''): Promise<SessionView> {
  const { session, series, isHost, actor } = before;
  const { body } = session;
  const isOpen = isStillOpen(turn, before);
  const [host, topics, recap, hosting] = await Promise.all([
    desk.nameOf(turn, body.hostId),
    body.state === 'cancelled' ? [] : topicsShown(desk, turn, before),
    body.state === 'recapped' ? recapShown(desk, turn, before) : undefined,
    isHost || actor.isHost || actor.isAdmin ? hostingOf(desk, turn, before) : undefined,
  ]);
  return {
    ...sessionLine(turn, before),
    ...{ seriesId: series.id, isOnce: series.body.count === 1, purpose: series.body.purpose, host, topics },
    clock: clockLine(turn, { ...before, isPost: false }),
    mayPropose: body.state === 'scheduled' && !isOver(body, turn.now),
    hasCalendar: isOpen,
    ...(recap ? { recap } : {}),
    ...(hosting ? { hosting } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** What waits for a host's words is for hosts alone. */
async function topicsShown(desk: TalkDesk, turn: Turn, before: SessionBefore): Promise<SessionTopic[]> {
  const { session, isHost } = before;
  const isOpen = isStillOpen(turn, before);
  const topics = seenTopics(await topicsOf(turn.store, session.id), isHost);
  const accepted = topics.filter(({ body }) => isAccepted(body));
  return Promise.all(
    topics.map(async (each) => ({
      ...(await topicShown(desk, turn, each, isOpen)),
      ...(isHost && isOpen ? { host: await hostPart(desk, turn, each, accepted) } : {}),
    })),
  );
}

async function topicShown(desk: TalkDesk, turn: Turn, topic: Loaded<Topic>, isOpen: boolean): Promise<SessionTopic> {
  const { id, version, body } = topic;
  const { personId } = turn.who;
  const isMine = body.proposedBy === personId;
  const wants = (await turn.store.get(wishKind, wishId(desk.hash, id, personId))) !== undefined;
  return {
    ...{ id, version: tagOf(version), title: body.title, kind: body.kind, about: topicLine(turn, topic) },
    ...{ isMine, wants, mayWant: isOpen && !isMine && !wants && isWorded(body) },
  };
}

async function hostPart(
  desk: TalkDesk,
  turn: Turn,
  { id, body }: Loaded<Topic>,
  accepted: readonly Loaded<Topic>[],
): Promise<NonNullable<SessionTopic['host']>> {
  const name = body.proposedBy === 'system' ? '' : await desk.nameOf(turn, body.proposedBy);
  return {
    by: name === '' ? '' : turn.words('topic.by', { name }),
    ...{ needsWording: !isWorded(body), isAccepted: isAccepted(body) },
    ...{ isFirst: accepted[0]?.id === id, isLast: accepted.at(-1)?.id === id },
  };
}

async function recapShown(desk: TalkDesk, turn: Turn, { session }: SessionBefore): Promise<SessionRecap> {
  const facts = await recapFacts(desk, turn, session);
  const { personId } = turn.who;
  const shown = (outcomes: readonly Loaded<Outcome>[]) =>
    Promise.all(outcomes.map((each) => outcomeShown(desk, turn, each)));
  const isSaid = await hasSaid(desk, turn, session.id);
  return {
    ...{ about: facts.about, notes: session.body.notes ?? '', nextTime: [...facts.nextTime], helped: facts.helped },
    ...{ settled: await shown(facts.settled), tryIt: await shown(facts.tryIt), toDecide: await shown(facts.toDecide) },
    steps: facts.steps.map(({ outcome: { id, body }, text }) => ({
      ...{ id, text, mayClose: body.ownerId === personId && body.state === 'open' },
    })),
    maySayHelped: !isSaid,
  };
}
