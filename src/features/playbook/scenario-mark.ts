/** A scenario that goes to a check for a reason, as documents: its head, the log, and the word to its owner, for one batch. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { owner, reviewNotice } from './edit-plan.ts';
import { type Scenario, scenario } from './model.ts';
import { markedForCheck } from './scenario-changes.ts';
import { systemAudit } from './scenario-events.ts';
import { isLive } from './scenario-rules.ts';

type Reason = Scenario['checkReasons'][number];

export interface Found {
  readonly id: string;
  readonly version: string;
  readonly head: Scenario;
}

/** What nobody has answered yet is not said twice. */
export const carries = ({ checkReasons }: Scenario, { kind, refId }: Pick<Reason, 'kind' | 'refId'>): boolean =>
  checkReasons.some((known) => known.kind === kind && known.refId === refId);

/** Left out, the system itself found the reason. */
export function markOperations(
  turn: Pick<Turn, 'now' | 'requestId'>,
  { id, version, head }: Found,
  reason: Pick<Reason, 'kind' | 'refId'>,
  actorId = 'system',
): WriteOperation[] {
  const { now } = turn;
  const after = markedForCheck(head, { ...reason, at: now.toISOString() }, now);
  return [
    { op: 'replace', kind: 'scenario', id, version, body: after },
    systemAudit(turn, id, head, after, actorId),
    noticeOperation(now, { kind: reviewNotice, subject: id, audience: owner }),
  ];
}

/** One live scenario, for the write of what gave the reason; nothing where it carries it, or is not live. */
export async function markOne(
  turn: Turn,
  scenarioId: string,
  reason: Pick<Reason, 'kind' | 'refId'>,
): Promise<WriteOperation[]> {
  const found = await turn.store.get('scenario', scenarioId);
  const head = found && scenario.parse(found.body);
  if (!head || head.deletedAt || !isLive(head) || carries(head, reason)) return [];
  return markOperations(turn, { ...found, head }, reason, turn.who.personId);
}
