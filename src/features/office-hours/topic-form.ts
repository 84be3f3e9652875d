/** Proposing a topic: one line, and whether it is a question or something to show. */
import { z } from 'zod';
import { derivedId, newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { repostSoon } from '../../core/post.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { topicFormCard } from './cards/topic-form.card.ts';
import { auditOf, loadTopic, topicsOf } from './documents.ts';
import { sessionPost } from './rsvp-promote.ts';
import { isOver } from './rsvp-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { dailyNews } from './talk-news.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';
import { textProblem } from './text-problem.ts';
import { newTopic, nextSession, topicKind } from './topic-documents.ts';
import { isOpen, mostTopics, nextOrder } from './topic-rules.ts';
import { openTopics } from './topic-view.ts';

const maxTitle = 120;
const kinds = ['question', 'show'] as const;

export const topicSent = z.object({
  sessionId: z.string().max(100),
  /** Read long, so that a text of any length comes back with what is wrong with it. */
  title: z.string().max(20_000).default(''),
  kind: z.enum(kinds).catch('question').default('question'),
  isNamed: z.string().max(10).catch('true').default('true'),
});
export type TopicSent = z.infer<typeof topicSent>;

export async function topicForm(desk: TalkDesk, turn: Turn, typed: TopicSent, problem = ''): Promise<Answer> {
  const { words, who } = turn;
  const sight = await sightOf(desk, turn, typed.sessionId);
  if (!sight) return refused(turn, 'not_found');
  const { session, series } = sight;
  const summary = words('topic.formTitle');
  const data = {
    ...{ summary, sessionId: session.id },
    forLine: words('topic.for', {
      title: series.body.title,
      time: readableTime(new Date(session.body.startsAt), who.zone, who.locale),
    }),
    ...{ hasProblem: problem !== '', problemLine: problem, title: cleanText(typed.title), kind: typed.kind },
    kinds: kinds.map((kind) => ({ title: words(`topic.kind.${kind}`), choiceId: kind })),
    isNamed: typed.isNamed === 'false' ? ('false' as const) : ('true' as const),
  };
  return personal(turn, topicFormCard.render(data, words, placeOf(turn)), summary);
}

export async function sendTopic(desk: TalkDesk, turn: Turn, typed: TopicSent): Promise<Answer> {
  const proposed = await proposeTopic(desk, turn, typed);
  switch (proposed.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'problem':
      return topicForm(desk, turn, typed, proposed.problem.message);
    case 'refused':
      return refused(turn, proposed.code);
    case 'proposed':
      return openTopics(desk, turn, proposed.sessionId, proposed.note);
  }
}

export type Proposed =
  | { kind: 'missing' }
  | { kind: 'problem'; problem: FieldProblem }
  | { kind: 'refused'; code: 'agenda_full' | 'stale' }
  /** `sessionId` is where it is read. */
  | { kind: 'proposed'; sessionId: string; note: string };

/** Of a session that is over it is one for the next; where none is planned it waits for one. */
export async function proposeTopic(desk: TalkDesk, turn: Turn, typed: TopicSent): Promise<Proposed> {
  const sight = await sightOf(desk, turn, typed.sessionId);
  if (!sight) return { kind: 'missing' };
  const title = cleanText(typed.title);
  const problem = textProblem(turn, {
    ...{ path: 'title', name: turn.words('card.topicForm.title'), text: title, max: maxTitle },
  });
  if (problem) return { kind: 'problem', problem };
  const sessionId = await placeFor(turn, sight);
  const id = turn.deliveryKey ? derivedId('topic', desk.hash('topic', turn.deliveryKey)) : newId();
  const saved = await save(turn, { ...typed, title, id, sessionId, seriesId: sight.series.id });
  if (saved !== 'ok') return { kind: 'refused', code: saved };
  const note = turn.words(sessionId ? 'topic.sent' : 'topic.waits');
  return { kind: 'proposed', sessionId: sessionId ?? sight.session.id, note };
}

async function placeFor({ store, now }: Turn, { session }: Sight): Promise<string | undefined> {
  const { state, seriesId } = session.body;
  if (state === 'scheduled' && !isOver(session.body, now)) return session.id;
  return (await nextSession(store, seriesId, now.toISOString()))?.id;
}

interface New {
  readonly id: string;
  readonly title: string;
  readonly kind: TopicSent['kind'];
  readonly isNamed: string;
  readonly seriesId: string;
  readonly sessionId: string | undefined;
}

async function save(
  turn: Turn,
  { id, title, kind, isNamed, seriesId, sessionId }: New,
): Promise<'ok' | 'agenda_full' | 'stale'> {
  const others = sessionId ? await topicsOf(turn.store, sessionId) : [];
  // The same message, delivered again: its topic is there.
  if (others.some((other) => other.id === id) || (await loadTopic(turn.store, id))) return 'ok';
  if (others.filter(({ body }) => isOpen(body)).length >= mostTopics) return 'agenda_full';
  const isPlanned = async (due: string) => (await turn.store.get('dueItem', due)) !== undefined;
  const body = newTopic(turn, turn.who.personId, {
    ...{ seriesId, title, kind, order: nextOrder(others), credit: isNamed === 'false' ? 'communityOnly' : 'named' },
    ...(sessionId ? { sessionId } : {}),
  });
  const result = await turn.store.write([
    { op: 'create', kind: topicKind, id, body },
    auditOf(turn, {
      ...{ entityType: 'topic', entityId: id, event: 'propose' },
      changes: { state: { before: '', after: 'proposed' } },
    }),
    ...(sessionId ? await repostSoon(turn.now, sessionPost, sessionId, isPlanned) : []),
    ...(sessionId ? await dailyNews(turn.now, sessionId, isPlanned) : []),
  ]);
  return result.kind === 'ok' ? 'ok' : 'stale';
}
