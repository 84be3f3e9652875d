/** "I used it too": one for each person and discovery, however often and however many press at once (T3). */
import { repostOperation } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { openDiscovery } from './act.ts';
import type { Desk } from './desk.ts';
import { actorOf, isSamePress, loadDiscovery, openStates, reuseOperation } from './documents.ts';
import { mayRead } from './lifecycle.ts';
import { postKind } from './plan.ts';

export async function reuseIt(desk: Desk, turn: Turn, discoveryId: string, isFollowed = false): Promise<Answer> {
  const loaded = await loadDiscovery(turn.store, discoveryId);
  if (!loaded) return refused(turn, 'not_found');
  const { discovery } = loaded;
  const actor = await actorOf(desk, turn, loaded);
  if (!mayRead(discovery, actor)) return refused(turn, 'not_found');
  // An older card of one that was joined with another counts for the other.
  const joinedId = discovery.state === 'merged' && !isFollowed ? discovery.outcome?.refId : undefined;
  if (joinedId) return reuseIt(desk, turn, joinedId, true);
  if (!openStates.includes(discovery.state)) return refused(turn, 'not_found');
  if (actor.isAuthor) return openDiscovery(desk, turn, discoveryId, turn.words('discovery.ownUse'));
  const result = await turn.store.write([
    reuseOperation(desk.hash, discoveryId, turn.who.personId, turn),
    ...(discovery.isPosted ? [repostOperation(turn.now, postKind, discoveryId)] : []),
  ]);
  const isCounted = result.kind === 'ok' || (await isSamePress(turn, desk.hash, discoveryId));
  const note = turn.words(isCounted ? 'discovery.counted' : 'discovery.alreadyCounted');
  return openDiscovery(desk, turn, discoveryId, note);
}
