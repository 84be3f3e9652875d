/** A recap as everybody of the community reads it: in its channels, and in the own chat of those who could not come. */
import type { Card } from '../../core/card.ts';
import type { TenantStore } from '../../core/documents.ts';
import { findAll } from '../../core/documents.ts';
import { textLines } from '../../core/lines.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { PostKind } from '../../core/post.ts';
import { readableDate } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { recapCard } from './cards/recap.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadRsvp, loadSeries, loadSession, loadTopic, outcomesOf, rsvpId, rsvpOf } from './documents.ts';
import type { Outcome, Session } from './model.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, sightOf } from './talk-sight.ts';
import { isWorded } from './topic-rules.ts';

export const recapPost = 'recap';
export const recapNotice = 'recap';
/** Figures about people show from so many on (product 7.9). */
const kGroup = 5;

export async function openRecapCard(desk: TalkDesk, turn: Turn, sessionId: string, note = ''): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  const card = sight && (await cardOf(desk, turn, sessionId, note));
  return card ? personal(turn, card, note || card.summary, 'medium') : refused(turn, 'not_found');
}

/** Undefined where there is no recap. */
async function cardOf(desk: Desk, turn: Turn, sessionId: string, note = ''): Promise<Card | undefined> {
  const session = await loadSession(turn.store, sessionId);
  const series = session && (await loadSeries(turn.store, session.body.seriesId));
  if (!session || !series || session.body.state !== 'recapped') return undefined;
  const { words } = turn;
  const outcomes = await outcomesOf(turn.store, sessionId);
  const said = (kinds: readonly Outcome['kind'][]) =>
    outcomes.filter(({ body }) => kinds.includes(body.kind) && body.state !== 'dropped');
  const plain = (kinds: readonly Outcome['kind'][]) => said(kinds).map(({ body }) => ({ text: body.text }));
  const heading = words('recap.heading', { title: series.body.title });
  const notes = textLines(session.body.notes ?? '');
  const helpedLine = helpedOf(turn, session.body);
  const data = {
    ...{ summary: heading, heading, sessionId, dateLine: dateLineOf(turn, session.body) },
    ...{ hasNote: note !== '', noteLine: note },
    settled: plain(['none', 'flagAnswered']),
    tryIt: plain(['discovery', 'scenarioEdit']),
    toDecide: plain(['decisionProposed']),
    steps: await Promise.all(said(['action']).map((each) => stepOf(desk, turn, each))),
    nextTime: await nextTimeOf(turn.store, session.body, outcomes),
    ...{ hasNotes: notes.length > 0, notes, hasHelped: helpedLine !== '', helpedLine },
  };
  return recapCard.render(data, words, placeOf(turn));
}

function dateLineOf({ words }: Turn, { startsAt, attendance }: Session): string {
  const date = words('recap.on', { date: readableDate(startsAt, words.language) });
  return attendance === undefined ? date : `${date} · ${words('recap.came', { count: attendance })}`;
}

function helpedOf({ words }: Turn, { helped: { yes, no } }: Session): string {
  return yes + no < kGroup ? '' : words('recap.helped', { yes, all: yes + no });
}

async function stepOf(desk: Desk, turn: Turn, { body }: Loaded<Outcome>) {
  const name = body.ownerId ? await desk.nameOf(turn, body.ownerId) : '';
  const date = body.dueAt ? readableDate(body.dueAt, turn.words.language) : '';
  return { text: name && date ? turn.words('recap.step', { text: body.text, name, date }) : body.text };
}

/** What was on the agenda and went on to another session. */
async function nextTimeOf(store: TenantStore, { topicIds }: Session, outcomes: readonly Loaded<Outcome>[]) {
  const settled = new Set(outcomes.map(({ body }) => body.topicId));
  const topics = await Promise.all(topicIds.filter((id) => !settled.has(id)).map((id) => loadTopic(store, id)));
  return topics.flatMap((topic) => (topic && isWorded(topic.body) ? [{ text: topic.body.title }] : []));
}

export const recapPosts = (desk: Desk): PostKind => ({
  kind: recapPost,
  card: (turn, sessionId) => cardOf(desk, turn, sessionId),
});

/** To those who said maybe or no: they were not there, or may not have been. */
export const recapNotices = (desk: Desk): NoticeKind => ({
  kind: recapNotice,
  lane: 'answers',
  async recipients({ store }, { subject }) {
    const people: string[] = [];
    for await (const found of findAll(store, { kind: 'rsvp', where: [['sessionId', '=', subject]] })) {
      const { body } = rsvpOf(found);
      if (body.answer === 'maybe' || body.answer === 'no') people.push(body.personId);
    }
    return people;
  },
  async card(turn, { subject }) {
    const own = await loadRsvp(turn.store, rsvpId(desk.hash, subject, turn.who.personId));
    return own ? cardOf(desk, turn, subject) : undefined;
  },
});
