/** What the system itself does to a scenario, as documents: a check, a hold, its release, and who is told, for one batch. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { openUseNotice, owner, reviewNotice, stateNotice } from './edit-plan.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Scenario } from './model.ts';
import { markedForCheck } from './scenario-changes.ts';
import { systemAudit } from './scenario-events.ts';
import { bySystem, type Turned, turnedHead } from './scenario-hold.ts';
import type { Changes } from './scenario-look.ts';
import { carries, type Found } from './scenario-mark.ts';
import { isLive } from './scenario-rules.ts';

export interface Changing extends Changes {
  readonly found: Found;
  readonly entry: Entry;
}

/** Nothing where the stored head says that somebody did it already. */
export async function changeOperations(
  desk: LifeDesk,
  turn: Turn,
  { found, entry, reasons, turned }: Changing,
): Promise<WriteOperation[]> {
  const { now } = turn;
  const { id, version, head } = found;
  if (!isLive(head) || head.deletedAt) return [];
  const fresh = reasons.filter((reason) => !carries(head, reason));
  const at = now.toISOString();
  const checked = fresh.reduce((known, reason) => markedForCheck(known, { ...reason, at }, now), head);
  const isTurned = turned !== undefined && stillTurns(head, turned);
  const after = isTurned ? turnedHead(checked, turned, entry.contract.language, now) : checked;
  if (after === head) return [];
  return [
    { op: 'replace', kind: 'scenario', id, version, body: after },
    ...(fresh.length > 0 ? checkParts(turn, found, checked) : []),
    ...(isTurned ? await turnParts(desk, turn, entry, turned) : []),
  ];
}

const stillTurns = ({ hold }: Scenario, turned: Turned): boolean =>
  turned === 'hold' ? hold === undefined : hold?.by === bySystem;

const checkParts = (turn: Turn, { id, head }: Found, after: Scenario): WriteOperation[] => [
  systemAudit(turn, id, head, after),
  noticeOperation(turn.now, { kind: reviewNotice, subject: id, audience: owner }),
];

/** Told to whoever answers for it, and to people with an open use. */
async function turnParts(desk: LifeDesk, turn: Turn, { id, head, workflow }: Entry, turned: Turned) {
  const { now, requestId } = turn;
  const known = head.ownerId ?? workflow.ownerId;
  const owners = known ? [known] : await desk.life.holders(turn, ['owner'], workflow.departmentId);
  const states = turned === 'hold' ? { before: '', after: bySystem } : { before: bySystem, after: '' };
  return [
    audited({
      ...{ at: now.toISOString(), actorId: 'system', actorKind: 'system', action: `scenario.${turned}` },
      ...{ entityType: 'scenario', entityId: id, changes: { hold: states }, requestId },
    }),
    ...owners.map((audience) => noticeOperation(now, { kind: stateNotice, subject: id, audience })),
    noticeOperation(now, { kind: openUseNotice, subject: id }),
  ];
}
