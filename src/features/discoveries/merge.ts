/** Joining a discovery with what it looks like: it counts there as one more person who used it (product 6.3). */
import type { WriteOperation } from '../../core/documents.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { actorOf, hasUsed, kind, type Loaded, loadDiscovery, openStates, reuseOperation } from './documents.ts';
import { mayRead } from './lifecycle.ts';
import { discovery } from './model.ts';
import { postKind } from './plan.ts';
import type { More, Pressing, Stopped } from './press.ts';

/** `twin` is `discovery/<id>` or `scenario/<id>`, from a card: both are looked up again. */
export function merging(desk: Desk, turn: Turn, discoveryId: string, twin: string): Pressing {
  const [of, twinId = ''] = twin.split('/');
  const more = async ({ id, discovery: { authorId } }: Loaded): Promise<More | Stopped> => {
    if (twinId === id) return gone;
    if (of === 'discovery') return joined(desk, turn, twinId, authorId);
    const isThere = (await desk.live(turn)).some((scenario) => scenario.isSeen && scenario.id === twinId);
    return isThere ? {} : gone;
  };
  return { discoveryId, event: { name: 'merge', twinId }, more };
}

const gone: Stopped = { kind: 'stopped', path: 'twin' };

/** The other one is named in the write, so that two are never joined into each other. */
async function joined(desk: Desk, turn: Turn, twinId: string, authorId: string): Promise<More | Stopped> {
  const other = await loadDiscovery(turn.store, twinId);
  const isThere = other && openStates.includes(other.discovery.state);
  if (!isThere || !mayRead(other.discovery, await actorOf(desk, turn, other))) return gone;
  const guard: WriteOperation = {
    ...{ op: 'replace', kind, id: twinId, version: other.version },
    body: discovery.parse(other.discovery),
  };
  const isCounted = other.discovery.authorId === authorId || (await hasUsed(turn.store, desk.hash, twinId, authorId));
  return {
    operations: [
      guard,
      ...(isCounted ? [] : [reuseOperation(desk.hash, twinId, authorId, turn)]),
      ...(other.discovery.isPosted ? [repostOperation(turn.now, postKind, twinId)] : []),
    ],
  };
}
