/** One's own last event on a cell or a decision, taken back: all is as it was, and whoever got an answer by it is told once more. */
import type { WriteOperation } from '../../core/documents.ts';
import { holds } from '../../core/person.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo, undone } from '../../core/undo.ts';
import { afterRules } from './after.ts';
import { type Refused, refused } from './refusals.ts';
import { auditOf } from './set-rule.ts';

export interface TakeBackDeps {
  /** Tells those whose questions are open again, by the operations that open them. */
  readonly toldAgain: (turn: Turn, operations: readonly WriteOperation[]) => readonly WriteOperation[];
}

/** `about` is what the log says it was done to. */
export async function takeBack(
  { toldAgain }: TakeBackDeps,
  turn: Turn,
  id: string,
  about: readonly ['tool' | 'decision', string],
): Promise<{ kind: 'done' } | Refused> {
  if (!holds(turn.who, ['governance'])) return refused('forbidden');
  const back = await undone(turn, id);
  if (!back) return refused('too_late');
  const parts = [...back.operations, ...toldAgain(turn, back.operations)];
  const operations = [...parts, auditOf(turn, ...about, 'undo'), afterRules(turn)];
  return (await writeStamped(turn.store, ['tools'], operations)).kind === 'ok' ? { kind: 'done' } : refused('stale');
}

/** What this reader may take back, as an item says it. */
export async function undoOf(turn: Turn, id: string): Promise<{ undo?: { label: string; until: string } }> {
  if (!holds(turn.who, ['governance'])) return {};
  const last = await lastUndo(turn, id);
  return last ? { undo: { label: turn.words('undo.label'), until: last.until.toISOString() } } : {};
}
