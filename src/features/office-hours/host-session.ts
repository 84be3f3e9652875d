/** One session before whoever runs it. */
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { hostSessionCard } from './cards/host-session.card.ts';
import type { Desk } from './desk.ts';
import { forbidden } from './plan-open.ts';
import { type PressedSession, type SessionSeen, seeSession } from './session-press.ts';
import { isAhead, mayDo } from './session-rules.ts';
import { clockLine, ownTimeLine, seatsLine, statusLine, whenLine } from './session-view.ts';

export async function openHostSession(desk: Desk, turn: Turn, sessionId: string, noteLine = ''): Promise<Answer> {
  const seen = await seeSession(desk, turn, sessionId);
  if (!seen) return refused(turn, 'not_found');
  const { actor, community } = seen;
  if (!actor.isHost && !actor.isAdmin) return forbidden(desk, turn, community);
  const card = hostSessionCard.render(await dataOf(desk, turn, seen, noteLine), turn.words, placeOf(turn));
  return { kind: 'form', title: card.summary, card, size: 'medium' };
}

async function dataOf(desk: Desk, turn: Turn, seen: SessionSeen, noteLine: string) {
  const { session, series, actor } = seen;
  const look = { ...seen, isPost: false };
  const host = await desk.nameOf(turn, session.body.hostId);
  const ahead = isAhead(session.body, turn.now);
  const isOn = ['scheduled', 'live'].includes(session.body.state);
  const hasBegun = ['live', 'awaitingNotes', 'recapped'].includes(session.body.state);
  const facts = [
    statusLine(turn, look),
    whenLine(turn, look),
    ownTimeLine(turn, look),
    clockLine(turn, look),
    host === '' ? '' : turn.words('session.host', { name: host }),
    isOn ? seatsLine(turn, look) : '',
  ];
  const title = series.body.title;
  return {
    ...{ summary: title, heading: title, hasNote: noteLine !== '', noteLine },
    facts: facts.filter((text) => text !== '').map((text) => ({ text })),
    ...{ sessionId: session.id, seriesId: series.id },
    canMove: ahead && mayDo('move', actor),
    canRehost: ahead && mayDo('rehost', actor),
    hasNotes: hasBegun && actor.isHost,
  };
}

/** Why nothing was done; what has changed meanwhile shows as it is. */
export async function refusedSession(
  desk: Desk,
  turn: Turn,
  pressed: Exclude<PressedSession, { kind: 'done' }>,
): Promise<Answer> {
  switch (pressed.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'refused': {
      const { seen, why } = pressed;
      if (why === 'forbidden') return forbidden(desk, turn, seen.community);
      return openHostSession(desk, turn, seen.session.id, turn.words(`session.not.${why}`));
    }
  }
}
