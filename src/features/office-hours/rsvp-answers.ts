/** What one person reads after they said whether they come: before their eyes alone, wherever they pressed. */
import type { Card } from '../../core/card.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { rsvpCard } from './cards/rsvp.card.ts';
import { loadSession, topicsOf } from './documents.ts';
import type { Rsvp } from './model.ts';
import { answerRsvp, setReminder } from './rsvp.ts';
import { seatNotice } from './rsvp-promote.ts';
import { type Asked, isOver } from './rsvp-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';
import { agendaLines } from './topic-rules.ts';

export async function pressRsvp(desk: TalkDesk, turn: Turn, sessionId: string, asked: Asked): Promise<Answer> {
  const answered = await answerRsvp(desk, turn, sessionId, asked);
  switch (answered.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'past':
      return refused(turn, 'session_past');
    case 'cancelled':
      return refused(turn, 'session_cancelled');
    case 'stale':
      return refused(turn, 'stale');
    case 'answered': {
      const { rsvp, sight } = answered;
      if (rsvp.answer === 'waiting') return refused(turn, 'session_full', { number: rsvp.waitingNumber ?? 0 });
      return personal(turn, await ownCard(desk, turn, sight, rsvp), turn.words(`rsvp.is.${rsvp.answer}`));
    }
  }
}

export async function pressReminder(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  reminder: Rsvp['reminder'],
): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight?.own) return refused(turn, 'not_found');
  const rsvp = await setReminder(desk, turn, sessionId, reminder);
  if (!rsvp) return refused(turn, 'stale');
  const note = turn.words(`rsvp.reminder.${reminder}`);
  return personal(turn, await ownCard(desk, turn, sight, rsvp, note), note);
}

/** Where somebody stands with a session, to look at or to change. */
export async function openRsvp(desk: TalkDesk, turn: Turn, sessionId: string): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  const card = await ownCard(desk, turn, sight, sight.own?.body);
  return personal(turn, card, card.summary);
}

export async function ownCard(
  desk: TalkDesk,
  turn: Turn,
  { session, series, isHost }: Sight,
  own: Rsvp | undefined,
  note = '',
): Promise<Card> {
  const { words, who, now } = turn;
  const { startsAt, hostId, joinUrl = series.body.meeting.joinUrl ?? '' } = session.body;
  const isOpen = session.body.state !== 'cancelled' && !isOver(session.body, now);
  const answer = own?.answer;
  const isComing = answer === 'yes' || answer === 'maybe';
  const agenda = isOpen ? agendaLines(await topicsOf(turn.store, session.id)) : [];
  const title = series.body.title;
  const data = {
    ...{ summary: words('rsvp.summary', { title }), sessionId: session.id, title },
    statusLine: statusOf(turn, own, isOpen),
    ...{ hasNote: note !== '', noteLine: note },
    timeLine: readableTime(new Date(startsAt), who.zone, who.locale),
    hostLine: words('rsvp.host', { name: await desk.nameOf(turn, hostId) }),
    agenda: agenda.map((text) => ({ text })),
    ...{ hasJoin: isOpen && joinUrl !== '', joinUrl },
    canYes: isOpen && answer !== 'yes' && answer !== 'waiting',
    canMaybe: isOpen && answer !== 'maybe',
    canNo: isOpen && answer !== 'no',
    hasTopics: isOpen || isHost,
    canStop: isOpen && isComing && own?.reminder === 'default',
    canRemind: isOpen && isComing && own?.reminder === 'off',
  };
  return rsvpCard.render(data, words, placeOf(turn));
}

function statusOf({ words }: Turn, own: Rsvp | undefined, isOpen: boolean): string {
  if (!own) return words(isOpen ? 'rsvp.is.open' : 'rsvp.is.over');
  return words(`rsvp.is.${own.answer}`, { number: own.waitingNumber ?? 0 });
}

/** Somebody's seat has become free: who has it now is told at once, as long as they can still come. */
export const seatFree = (desk: TalkDesk): NoticeKind => ({
  kind: seatNotice,
  lane: 'answers',
  recipients: async ({ store }, { subject, audience }) => ((await loadSession(store, subject)) ? [audience] : []),
  async card(turn, { subject }) {
    const sight = await sightOf(desk, turn, subject);
    const isTheirs = sight?.own?.body.answer === 'yes' && sight.session.body.state !== 'cancelled';
    if (!sight || !isTheirs || isOver(sight.session.body, turn.now)) return undefined;
    return ownCard(desk, turn, sight, sight.own?.body, turn.words('rsvp.seat'));
  },
});
