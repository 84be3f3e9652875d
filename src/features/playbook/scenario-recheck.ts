/** A tool changed, or a decision was replaced: every live scenario that rests on it waits for a check (product 7.2, requirement R41). */
import { maxOperations, type WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { headsThat, versionsOf } from './edit-documents.ts';
import type { AnyVersion } from './edit-draft.ts';
import { carries, markOperations } from './scenario-mark.ts';
import { isLive } from './scenario-rules.ts';

export interface Recheck {
  readonly toolId: string;
  readonly changeId: string;
}

export type Batches = readonly (readonly WriteOperation[])[];

/**
 * Batches for `writeStamped(store, ['content'], batch)`, each with room for nine more operations. Scenarios that carry
 * the reason already are left out: what was cut off, or met a race, is asked for again until nothing is left.
 */
export const recheckOperations = (turn: Turn, { toolId, changeId }: Recheck): Promise<Batches> =>
  marksOf(turn, { kind: 'toolChange', refId: changeId }, ({ toolIds }) => toolIds?.includes(toolId) ?? false);

/** The same for those that name a decision which holds no more. */
export const replacedOperations = (turn: Turn, decisionId: string): Promise<Batches> =>
  marksOf(
    turn,
    { kind: 'decision', refId: decisionId },
    ({ decisionIds }) => decisionIds?.includes(decisionId) ?? false,
  );

async function marksOf(
  turn: Turn,
  reason: { kind: 'toolChange' | 'decision'; refId: string },
  rests: (text: AnyVersion) => boolean,
): Promise<Batches> {
  const open = await headsThat(turn.store, (head) => isLive(head) && !carries(head, reason));
  const groups: WriteOperation[][] = [];
  for (const found of open) {
    const live = (await versionsOf(turn.store, found.id)).find(({ text }) => text.version === found.head.liveVersion);
    if (live && rests(live.text)) groups.push(markOperations(turn, found, reason, turn.who.personId));
  }
  return batched(groups);
}

const room = maxOperations - 10;

/** What belongs to one scenario stays together. */
function batched(groups: readonly WriteOperation[][]): WriteOperation[][] {
  const batches: WriteOperation[][] = [];
  for (const group of groups) {
    const last = batches.at(-1);
    if (last && last.length + group.length <= room) last.push(...group);
    else batches.push([...group]);
  }
  return batches;
}
