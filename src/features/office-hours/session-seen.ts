/** One session before one reader of the tab: with their right to run it, their own answer, and an administrator's look. */
import type { Turn } from '../../core/turn.ts';
import { type Actor, actorIn } from './access.ts';
import type { Desk } from './desk.ts';
import { type SessionSeen, seeSession } from './session-press.ts';
import { type Sight, sightOf } from './talk-sight.ts';

export interface SessionBefore extends SessionSeen, Pick<Sight, 'own' | 'isHost'> {
  readonly actor: Actor;
}

/** Undefined for what this reader may not see, as for what does not exist. */
export async function sessionBefore(desk: Desk, turn: Turn, sessionId: string): Promise<SessionBefore | undefined> {
  const sight = await sightOf(desk, turn, sessionId);
  if (sight) return { ...sight, actor: actorIn(turn, sight.community) };
  const seen = await seeSession(desk, turn, sessionId);
  return seen && { ...seen, own: undefined, isHost: false };
}
