/** A recap as everybody of the community reads it: in its channels, and in the own chat of those who could not come. */
import type { Card } from '../../core/card.ts';
import { findAll } from '../../core/documents.ts';
import { textLines } from '../../core/lines.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { PostKind } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { recapCard } from './cards/recap.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadRsvp, loadSeries, loadSession, rsvpId, rsvpOf } from './documents.ts';
import { hasSaid } from './helped-mark.ts';
import type { Outcome } from './model.ts';
import { recapFacts } from './recap-facts.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, sightOf } from './talk-sight.ts';

export const recapPost = 'recap';
export const recapNotice = 'recap';

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
  const facts = await recapFacts(desk, turn, session);
  const heading = words('recap.heading', { title: series.body.title });
  const notes = textLines(session.body.notes ?? '');
  const data = {
    ...{ summary: heading, heading, sessionId, dateLine: facts.about },
    ...{ hasNote: note !== '', noteLine: note },
    settled: plain(facts.settled),
    tryIt: plain(facts.tryIt),
    toDecide: plain(facts.toDecide),
    steps: facts.steps.map(({ text }) => ({ text })),
    nextTime: facts.nextTime.map((text) => ({ text })),
    ...{ hasNotes: notes.length > 0, notes, hasHelped: facts.helped !== '', helpedLine: facts.helped },
    canTell: !(await hasSaid(desk, turn, sessionId)),
  };
  return recapCard.render(data, words, placeOf(turn));
}

const plain = (outcomes: readonly Loaded<Outcome>[]) => outcomes.map(({ body }) => ({ text: body.text }));

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
