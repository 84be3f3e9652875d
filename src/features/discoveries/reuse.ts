/** "I used it too": one for each person and discovery, however often and however many press at once (T3). */
import { repostOperation } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { openDiscovery } from './act.ts';
import type { Desk } from './desk.ts';
import { actorOf, isSamePress, type Loaded, loadDiscovery, openStates, reuseOperation } from './documents.ts';
import { mayRead } from './lifecycle.ts';
import { postKind } from './plan.ts';

/** `discoveryId` is the one that was counted: of one that was joined with another, the other. */
export type Counted =
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'own' | 'counted' | 'again'; discoveryId: string };

export async function reuseIt(desk: Desk, turn: Turn, discoveryId: string): Promise<Answer> {
  const counted = await count(desk, turn, discoveryId);
  if (counted.kind === 'missing' || counted.kind === 'stale') return refused(turn, 'not_found');
  return openDiscovery(desk, turn, counted.discoveryId, noteOf(turn, counted.kind));
}

export const noteOf = ({ words }: Turn, kind: 'own' | 'counted' | 'again'): string =>
  words(kind === 'own' ? 'discovery.ownUse' : kind === 'counted' ? 'discovery.counted' : 'discovery.alreadyCounted');

/** `version` is what the person saw, where the press names it. */
export async function count(desk: Desk, turn: Turn, discoveryId: string, version?: string): Promise<Counted> {
  const loaded = await loadDiscovery(turn.store, discoveryId);
  if (!loaded || !mayRead(loaded.discovery, await actorOf(desk, turn, loaded))) return { kind: 'missing' };
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const { state, outcome } = loaded.discovery;
  if (state !== 'merged' || !outcome?.refId) return countAt(desk, turn, loaded);
  // An older card of one that was joined with another counts for the other.
  const other = await loadDiscovery(turn.store, outcome.refId);
  const isSeen = other && mayRead(other.discovery, await actorOf(desk, turn, other));
  return isSeen ? countAt(desk, turn, other) : { kind: 'missing' };
}

async function countAt(desk: Desk, turn: Turn, { id: discoveryId, discovery }: Loaded): Promise<Counted> {
  if (!openStates.includes(discovery.state)) return { kind: 'missing' };
  if (discovery.authorId === turn.who.personId) return { kind: 'own', discoveryId };
  const result = await turn.store.write([
    reuseOperation(desk.hash, discoveryId, turn.who.personId, turn),
    ...(discovery.isPosted ? [repostOperation(turn.now, postKind, discoveryId)] : []),
  ]);
  const isCounted = result.kind === 'ok' || (await isSamePress(turn, desk.hash, discoveryId));
  return { kind: isCounted ? 'counted' : 'again', discoveryId };
}
