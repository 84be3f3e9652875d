/** One's own last event on a workflow, taken back: its scenarios are as they were too, and who was told is told once more (product 6). */
import { audited } from '../../core/audit.ts';
import { maxOperations, type WriteOperation } from '../../core/documents.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo, undoable, undone } from '../../core/undo.ts';
import type { LifeDesk } from './life-desk.ts';
import { workflow } from './model.ts';
import { type AtWorkflow, atWorkflow } from './workflow-before.ts';
import type { WorkflowWork } from './workflow-contract.ts';
import { changesBetween, kind, workflowAudit } from './workflow-documents.ts';
import { toldBack } from './workflow-told.ts';

export type TakenBack = { kind: 'done' } | { kind: 'missing' | 'stale' | 'tooLate' };

/** The operations of an event, kept for ten minutes where one write has room for it. */
export async function mayBeUndone(
  turn: Turn,
  { id, event }: { readonly id: string; readonly event: string },
  operations: readonly WriteOperation[],
): Promise<readonly WriteOperation[]> {
  const kept = await undoable(turn, { entityType: kind, entityId: id, event }, operations);
  // One more is the stamp.
  return kept.length < maxOperations ? kept : operations;
}

/** Whoever has lost their part in it takes nothing back. */
const mayUndo = ({ actor }: AtWorkflow): boolean => actor.isOwner || actor.isHrLead;

export async function takeBackWorkflow(desk: LifeDesk, turn: Turn, id: string, version: string): Promise<TakenBack> {
  const at = await atWorkflow(desk, turn, id);
  if (!at?.actor.isReader) return { kind: 'missing' };
  if (version !== at.loaded.version) return { kind: 'stale' };
  const back = mayUndo(at) ? await undone(turn, id) : undefined;
  if (!back?.body) return { kind: 'tooLate' };
  const after = workflow.parse(back.body);
  const operations = [
    ...back.operations,
    workflowAudit(turn, { id, event: 'undo', changes: changesBetween(at.loaded.workflow, after) }),
    ...back.others.filter((other) => other.kind === 'scenario').map((other) => scenarioEntry(turn, other.id)),
    ...toldBack(turn, id, back.event),
  ];
  const result = await writeStamped(turn.store, ['content'], operations);
  return result.kind === 'ok' ? { kind: 'done' } : { kind: 'stale' };
}

const scenarioEntry = ({ now, who, requestId }: Turn, entityId: string): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'scenario.undo', requestId },
    ...{ entityType: 'scenario', entityId, changes: {} },
  });

/** What this reader may take back, as the page says it. */
export async function undoOf(at: AtWorkflow): Promise<Pick<WorkflowWork, 'undo'>> {
  const last = mayUndo(at) ? await lastUndo(at.turn, at.loaded.id) : undefined;
  return last ? { undo: { label: at.turn.words('undo.label'), until: last.until.toISOString() } } : {};
}
