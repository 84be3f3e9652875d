/** A decision in one write: the tool, its rule, the call and the answer to all who asked. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import { signers } from '../../core/proposal.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { changeOperations, kind, type Loaded } from './documents.ts';
import type { RequestDeps, RulingCall } from './form.ts';
import { reviewOperation } from './jobs.ts';
import { happen, type Outcome } from './lifecycle.ts';
import type { Proposal, ToolRequest } from './model.ts';
import type { Before } from './press.ts';
import type { Filled } from './ruling-input.ts';
import { newToolId, toolMeant } from './tool.ts';

const answers = { approved: 'yes', limited: 'yesWithConditions', blocked: 'no' } as const;

/** `proposal` where somebody proposed it and who acts signs it. False when somebody was faster. */
export async function saveDecision(
  deps: RequestDeps,
  turn: Turn,
  { loaded, actor }: Before,
  { filled, proposal }: { filled: Filled; proposal?: Proposal },
): Promise<boolean> {
  const { outcome, call } = await drawnUp(deps, turn, { loaded, actor }, { filled, ...(proposal ? { proposal } : {}) });
  if (outcome.kind !== 'changed') return false;
  const operations = [
    ...(await deps.rulingOperations(turn, call)),
    ...(await changeOperations(turn, { loaded, ...outcome })),
    noticeOperation(turn.now, { kind: 'requestState', subject: loaded.id }),
    decisionAudit(turn, call),
    reviewOperation(turn.now, loaded.id, call.id),
  ];
  const undo = { entityType: kind, entityId: loaded.id, event: proposal ? 'confirm' : 'decide' };
  return (await writeStamped(turn.store, ['tools'], await undoable(turn, undo, operations))).kind === 'ok';
}

/** What it would do to the request, and the call that stands for it; nothing is written. */
export async function drawnUp(
  deps: RequestDeps,
  turn: Turn,
  { loaded, actor }: Before,
  { filled, proposal }: { filled: Filled; proposal?: Proposal },
): Promise<{ outcome: Outcome; call: RulingCall }> {
  const rulebook = await deps.rulebook(turn);
  const result = resultOf(turn, filled, proposal);
  const said = {
    result,
    toolId: toolMeant(rulebook, filled.listName, filled.accountKind)?.id ?? newToolId(filled.listName),
    ...(filled.dataClassId ? { dataClassId: filled.dataClassId } : {}),
  };
  const event = proposal
    ? ({ name: 'confirm', proposalId: proposal.id, ...said } as const)
    : ({ name: 'decide', ...said } as const);
  const outcome = happen({ request: loaded.request, event, actor, now: turn.now });
  const { dataClassId: _, ...listing } = filled;
  return { outcome, call: callOf(turn, loaded, rulebook, { ...listing, ...said }) };
}

type Result = NonNullable<ToolRequest['result']>;

function resultOf({ who, now }: Turn, filled: Filled, proposal: Proposal | undefined): Result {
  const verdict = filled.ruling ?? 'blocked';
  const [by = who.personId, confirmedBy] = signers(proposal?.by ?? who.personId, who.personId);
  return {
    ...{ verdict, reason: filled.why, decisionId: newId(), by, at: now.toISOString() },
    ...(confirmedBy ? { confirmedBy } : {}),
    ...(verdict === 'limited' ? { condition: filled.condition } : {}),
  };
}

interface Said extends Omit<Filled, 'dataClassId'> {
  readonly result: Result;
  readonly toolId: string;
  readonly dataClassId?: string;
}

function callOf({ words }: Turn, { id, request }: Loaded, rulebook: Rulebook, said: Said): RulingCall {
  const dataClass = rulebook.dataClass(said.dataClassId ?? '')?.name;
  const { result } = said;
  return {
    id: result.decisionId,
    question: dataClass
      ? words('request.question', { tool: said.listName, dataClass })
      : words('request.questionAny', { tool: said.listName }),
    answer: answers[result.verdict],
    why: result.reason,
    conditions: result.condition ? [result.condition] : [],
    aboutPeople: request.outputAffects === 'decisionsAboutPeople',
    decidedBy: signers(result.by, result.confirmedBy ?? result.by),
    fromFlagIds: [],
    fromRequestId: id,
    ...(request.result ? { replacesId: request.result.decisionId } : {}),
    toolId: said.toolId,
    ...(said.dataClassId ? { dataClassId: said.dataClassId } : {}),
    alias: request.toolName,
    newTool: {
      name: said.listName,
      kind: said.toolKind ?? 'other',
      accountKind: said.accountKind,
      ...(request.alternativeId ? { alternativeId: request.alternativeId } : {}),
    },
  };
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
