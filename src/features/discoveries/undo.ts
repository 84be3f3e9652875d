/** One's own last event on a discovery, taken back: everything it changed is as it was, and who was told is told once more. */
import { type Reply, refuse } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undone } from '../../core/undo.ts';
import type { WorkItem } from '../../core/work-item.ts';
import type { Desk } from './desk.ts';
import { actorOf, auditOf, loadDiscovery } from './documents.ts';
import { type EventName, mayRead } from './lifecycle.ts';
import { discovery } from './model.ts';
import { laterOf } from './plan.ts';
import { shown } from './work.ts';

export async function takeBack(desk: Desk, turn: Turn, id: string, version: string): Promise<Reply<WorkItem>> {
  const loaded = await loadDiscovery(turn.store, id);
  if (!loaded || !mayRead(loaded.discovery, await actorOf(desk, turn, loaded))) return refuse('not_found');
  if (version !== loaded.version) return refuse('stale');
  const back = await undone(turn, id);
  if (!back?.body) return refuse('too_late');
  const before = loaded.discovery;
  const after = discovery.parse(back.body);
  const { personId: actorId } = turn.who;
  const events = [back.event as EventName];
  const result = await writeStamped(
    turn.store,
    ['content'],
    [
      ...back.operations,
      auditOf(turn, id, 'undo', { state: { before: before.state, after: after.state } }),
      ...laterOf({ id, before, after, events, actorId, now: turn.now }),
    ],
  );
  return result.kind === 'ok' ? shown(desk, turn, id, turn.words('undo.done')) : refuse('stale');
}
