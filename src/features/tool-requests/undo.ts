/** One's own last event on a request, taken back: everything it changed is as it was, and who was told is told once more. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { type Reply, refuse } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undone } from '../../core/undo.ts';
import type { WorkItem } from '../../core/work-item.ts';
import { auditOf, type Loaded } from './documents.ts';
import type { RequestDeps } from './form.ts';
import type { EventName } from './lifecycle.ts';
import { toolRequest } from './model.ts';
import { before, noticesOf } from './press.ts';
import { shown } from './work.ts';

export async function takeBack(deps: RequestDeps, turn: Turn, id: string, version: string): Promise<Reply<WorkItem>> {
  const at = await before(turn, id);
  if (!at) return refuse('not_found');
  const { loaded } = at;
  if (version !== loaded.version) return refuse('stale');
  const back = await undone(turn, id);
  if (!back?.body) return refuse('too_late');
  const restored = toolRequest.parse(back.body);
  const result = await writeStamped(
    turn.store,
    ['tools'],
    [
      ...back.operations,
      auditOf(turn, id, 'undo', [loaded.request.state, restored.state]),
      ...toldAgain(turn, back.event as EventName, loaded, restored),
    ],
  );
  return result.kind === 'ok' ? shown(deps, turn, id, turn.words('undo.done')) : refuse('stale');
}

/** A decision was told to everybody who asked; every other event to whom it concerned. */
function toldAgain(turn: Turn, event: EventName, loaded: Loaded, restored: Loaded['request']): WriteOperation[] {
  if (event === 'decide' || event === 'confirm')
    return [noticeOperation(turn.now, { kind: 'requestState', subject: loaded.id })];
  return noticesOf(turn, event, { ...loaded, request: restored }, restored);
}
