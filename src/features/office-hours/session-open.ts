/** One session before one reader, with what they may do. */
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { isShared } from './access.ts';
import { sessionCard } from './cards/session.card.ts';
import type { Desk } from './desk.ts';
import { seeSession } from './session-press.ts';
import { dataOf } from './session-view.ts';

/** What may not be seen is not there. */
export async function openSession(desk: Desk, turn: Turn, sessionId: string, noteLine = ''): Promise<Answer> {
  const seen = await seeSession(desk, turn, sessionId);
  if (!seen) return refused(turn, 'not_found');
  const isPost = isShared(turn);
  const look = { ...seen, isPost, isHost: seen.actor.isHost && !isPost, noteLine };
  const card = sessionCard.render(await dataOf(desk, turn, look), turn.words, placeOf(turn));
  return { kind: 'form', title: card.summary, card, size: 'medium' };
}
