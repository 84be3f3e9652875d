/** A decision in one write: the call with its rule, and the answer to everyone who asked the same. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { signers } from '../../core/proposal.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { auditOf, type Loaded } from './documents.ts';
import type { FlagDeps, RulingCall } from './form.ts';
import type { Proposal } from './model.ts';
import { answeredOperations, type Given, mostAtOnce, restOperation, sameQuestion } from './same-question.ts';

/** What is decided; `proposedBy` where somebody else proposed it and who acts signs it. */
export interface Ruled extends Pick<Proposal, 'ruling' | 'why' | 'condition'> {
  readonly aboutPeople: boolean;
  readonly proposedBy?: string;
}

/** False when somebody was faster. */
export async function saveDecision(deps: FlagDeps, turn: Turn, asked: Loaded, ruled: Ruled): Promise<boolean> {
  const group = await sameQuestion(turn, asked);
  const call = callOf(turn, asked, ruled, group);
  const given = givenBy(turn, call);
  const operations = [
    ...(await deps.rulingOperations(turn, call)),
    ...group.flatMap((loaded) => answeredOperations(turn, loaded, given)),
    decisionAudit(turn, call),
    ...(ruled.proposedBy ? [auditOf(turn, asked.id, 'confirm')] : []),
    ...(group.length === mostAtOnce ? [restOperation(turn, asked.id, given)] : []),
  ];
  const kept = await undoable(turn, { entityType: 'flag', entityId: asked.id, event: 'decide' }, operations);
  return (await writeStamped(turn.store, ['tools'], kept)).kind === 'ok';
}

function callOf({ who }: Turn, { flag }: Loaded, ruled: Ruled, group: readonly Loaded[]): RulingCall {
  const { toolId, dataClassId } = flag.context;
  return {
    id: newId(),
    question: flag.question,
    answer: ruled.ruling,
    why: ruled.why,
    conditions: ruled.condition ? [ruled.condition] : [],
    aboutPeople: ruled.aboutPeople,
    decidedBy: signers(ruled.proposedBy ?? who.personId, who.personId),
    fromFlagIds: group.map(({ id }) => id),
    ...(toolId && dataClassId ? { toolId, dataClassId } : {}),
  };
}

function givenBy({ words, who, now }: Turn, { id, answer, why, conditions, decidedBy }: RulingCall): Given {
  const text = [words(`flag.ruling.${answer}`), ...conditions.map((each) => `• ${each}`), why].join('\n');
  const [by = who.personId, confirmedBy] = decidedBy;
  return { decisionId: id, text, by, at: now.toISOString(), ...(confirmedBy ? { confirmedBy } : {}) };
}

const decisionAudit = (turn: Turn, { id, answer }: RulingCall): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: 'person',
    action: 'decision.decide',
    entityType: 'decision',
    entityId: id,
    changes: { answer: { before: '', after: answer } },
    requestId: turn.requestId,
  });
