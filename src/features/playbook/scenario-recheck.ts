/** A tool changed: every live scenario that lists it waits for a check (product 7.2, requirement R41). */
import { maxOperations, type WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { headsThat, versionsOf } from './edit-documents.ts';
import { owner, reviewNotice } from './edit-plan.ts';
import { markedForCheck } from './scenario-changes.ts';
import { systemAudit } from './scenario-events.ts';
import { isLive } from './scenario-rules.ts';

export interface Recheck {
  readonly toolId: string;
  readonly changeId: string;
}

/**
 * Batches for `writeStamped(store, ['content'], batch)`, each with room for nine more operations. Scenarios that carry
 * the reason already are left out: what was cut off, or met a race, is asked for again until nothing is left.
 */
export async function recheckOperations(
  turn: Turn,
  { toolId, changeId }: Recheck,
): Promise<readonly (readonly WriteOperation[])[]> {
  const { store, now, who } = turn;
  const open = await headsThat(
    store,
    (head) => isLive(head) && !head.checkReasons.some(({ kind, refId }) => kind === 'toolChange' && refId === changeId),
  );
  const groups: WriteOperation[][] = [];
  for (const { id, version, head } of open) {
    const live = (await versionsOf(store, id)).find(({ text }) => text.version === head.liveVersion);
    if (!live?.text.toolIds?.includes(toolId)) continue;
    const after = markedForCheck(head, { kind: 'toolChange', refId: changeId, at: now.toISOString() }, now);
    groups.push([
      { op: 'replace', kind: 'scenario', id, version, body: after },
      systemAudit(turn, id, head, after, who.personId),
      noticeOperation(now, { kind: reviewNotice, subject: id, audience: owner }),
    ]);
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
