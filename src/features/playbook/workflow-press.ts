/** What happens to a workflow: loaded, decided, saved. The tab and the card share it and differ in what they show. */
import { maxOperations } from '../../core/documents.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import { type AtWorkflow, atWorkflow, isAllInDate } from './workflow-before.ts';
import { workflowOperations } from './workflow-events.ts';
import { decideWorkflow, mayDo, type WorkflowEvent, type WorkflowOutcome } from './workflow-rules.ts';
import { mayBeUndone } from './workflow-undo.ts';

export interface PressingWorkflow {
  readonly workflowId: string;
  readonly event: WorkflowEvent;
  /** What the person saw; left out, the event is judged by what is stored. */
  readonly version?: string;
}

export type PressedWorkflow =
  | { kind: 'done'; isSigned: boolean }
  /** Not there for this reader. */
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'badReplacement' }
  /** More scenarios than one write can retire. */
  | { kind: 'tooMany' }
  | { kind: 'refused'; why: Exclude<WorkflowOutcome['kind'], 'changed' | 'hidden'> };

export async function pressWorkflow(
  desk: LifeDesk,
  turn: Turn,
  { workflowId, event, version }: PressingWorkflow,
): Promise<PressedWorkflow> {
  const at = await atWorkflow(desk, turn, workflowId);
  if (!at?.actor.isReader) return { kind: 'missing' };
  const { loaded, actor, scene } = at;
  const isStale = version !== undefined && version !== loaded.version;
  // Who may not do it hears that whatever they saw.
  if (isStale && mayDo(event.name, actor)) return { kind: 'stale' };
  const isInDate = isAllInDate(scene, workflowId);
  const outcome = decideWorkflow({ workflow: loaded.workflow, event, actor, now: turn.now, isInDate });
  if (outcome.kind === 'hidden') return { kind: 'missing' };
  if (outcome.kind !== 'changed') return { kind: 'refused', why: outcome.kind };
  if (!isReplaceable(at, event)) return { kind: 'badReplacement' };
  const isSigned = outcome.isSigned === true;
  const operations = await workflowOperations({ at, event, after: outcome.workflow, isSigned });
  // One more is the stamp.
  if (operations.length >= maxOperations) return { kind: 'tooMany' };
  const kept = await mayBeUndone(turn, { id: loaded.id, event: isSigned ? 'sign' : event.name }, operations);
  const result = await writeStamped(turn.store, ['content'], kept);
  return result.kind === 'ok' ? { kind: 'done', isSigned } : { kind: 'stale' };
}

function isReplaceable({ scene, loaded }: AtWorkflow, event: WorkflowEvent): boolean {
  if (event.name !== 'retire' || !event.replacementId) return true;
  const other = scene.book.workflows.get(event.replacementId);
  return other !== undefined && other.id !== loaded.id && other.stage !== 'retired';
}
