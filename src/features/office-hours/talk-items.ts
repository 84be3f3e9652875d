/** Sessions, topics and next steps as lines of the lists: what I come to, what I brought or took on, and what waits for a host. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { shorten } from '../../core/text.ts';
import { readableDate, readableTime } from '../../core/time.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { type Loaded, loadSeries, loadSession, loadTopic, outcomeOf, rsvpOf, topicOf } from './documents.ts';
import type { Rsvp, Series, Session } from './model.ts';
import { openOutcome } from './outcome-view.ts';
import { openRecap } from './recap-answers.ts';
import { mayRecap } from './recap-rules.ts';
import { openRsvp } from './rsvp-answers.ts';
import { isOver } from './rsvp-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { sightOf } from './talk-sight.ts';
import { hostsToDo } from './talk-to-do.ts';
import { isOpen } from './topic-rules.ts';
import { openTopics } from './topic-view.ts';

const maxTitle = 120;
const rsvpsRead = 50;
const recapDays = 7;
const dayMs = 86_400_000;

export const talkItems = (desk: TalkDesk): ItemSource[] => [
  {
    kind: 'session',
    mine: (turn) => ownSessions(turn),
    toDo: (turn) => hostsToDo(turn),
    open: (turn, id) => openSession(desk, turn, id),
  },
  { kind: 'topic', mine: ownTopics, toDo: async () => undefined, open: (turn, id) => openOwnTopic(desk, turn, id) },
  { kind: 'outcome', mine: ownSteps, toDo: async () => undefined, open: (turn, id) => openOutcome(desk, turn, id) },
];

/** Whatever this person most likely came for. */
async function openSession(desk: TalkDesk, turn: Turn, id: string): Promise<Answer> {
  const sight = await sightOf(desk, turn, id);
  if (!sight) return openRsvp(desk, turn, id);
  const { body } = sight.session;
  if (body.state === 'recapped' || (sight.isHost && mayRecap(body, turn.now))) return openRecap(desk, turn, id);
  return sight.isHost ? openTopics(desk, turn, id) : openRsvp(desk, turn, id);
}

async function openOwnTopic(desk: TalkDesk, turn: Turn, id: string): Promise<Answer> {
  const topic = await loadTopic(turn.store, id);
  return openTopics(desk, turn, topic?.body.sessionId ?? '');
}

/** Those that are still to come, and recaps of the last days for whoever could not be there. */
async function ownSessions(turn: Turn): Promise<ItemLine[]> {
  const { items } = await turn.store.find({
    kind: 'rsvp',
    where: [['personId', '=', turn.who.personId]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: rsvpsRead,
  });
  const lines = await Promise.all(items.map((found) => ownLine(turn, rsvpOf(found).body)));
  return lines.flatMap((line) => line ?? []).slice(0, itemsShown);
}

async function ownLine(turn: Turn, rsvp: Rsvp): Promise<ItemLine | undefined> {
  const session = await loadSession(turn.store, rsvp.sessionId);
  const status = session && statusOf(turn, rsvp, session.body);
  const series = status ? await loadSeries(turn.store, session.body.seriesId) : undefined;
  if (!session || !status || !series) return undefined;
  return lineOf(turn, { session, series, status, at: rsvp.updatedAt });
}

function statusOf({ words, now }: Turn, { answer }: Rsvp, session: Session): string | undefined {
  const isRecent = session.recapAt !== undefined && Date.parse(session.recapAt) > now.getTime() - recapDays * dayMs;
  if (session.state === 'recapped') return isRecent && answer !== 'yes' ? words('items.recap') : undefined;
  if (session.state === 'cancelled' || isOver(session, now) || answer === 'no') return undefined;
  return words(`rsvp.short.${answer}`);
}

interface Line {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
  readonly status: string;
  readonly at: string;
}

function lineOf({ words, who }: Turn, { session, series, status, at }: Line): ItemLine {
  const more = readableTime(new Date(session.body.startsAt), who.zone, who.locale);
  const text = words('items.lineMore', { what: words('items.kind.session'), status, more });
  return { id: session.id, title: shorten(series.body.title, maxTitle), text, at };
}

async function ownTopics(turn: Turn): Promise<ItemLine[]> {
  const { items } = await turn.store.find({
    kind: 'topic',
    where: [['proposedBy', '=', turn.who.personId]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: itemsShown,
  });
  const { words } = turn;
  return items.map(topicOf).flatMap(({ id, body }) => {
    if (!isOpen(body)) return [];
    const what = words('items.kind.topic');
    const status = words(`topic.state.${body.state}`);
    const wanted = body.wanted > 0 ? words('topic.wanted', { count: body.wanted }) : '';
    const text = wanted
      ? words('items.lineMore', { what, status, more: wanted })
      : words('items.lineOver', { what, status });
    return [{ id, title: body.title, text, at: body.createdAt }];
  });
}

/** What they took on in a session and have not done yet. */
async function ownSteps(turn: Turn): Promise<ItemLine[]> {
  const { words } = turn;
  const { items } = await turn.store.find({
    kind: 'outcome',
    where: [
      ['ownerId', '=', turn.who.personId],
      ['state', '=', 'open'],
    ],
    limit: itemsShown,
  });
  return items.map(outcomeOf).map(({ id, body }) => {
    const due = body.dueAt ? readableDate(body.dueAt, words.language) : '';
    const text = words('items.line', { what: words('items.kind.outcome'), status: words('outcomes.state.open'), due });
    return { id, title: shorten(body.text, maxTitle), text, at: body.createdAt };
  });
}
