/** Who decides about tools decides a request: the tool, its rule, the decision and the answer to all who asked, in one write. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import { holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { writeStamped } from '../../core/stamp.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import { changeOperations, type Loaded } from './documents.ts';
import { type RequestDeps, type RulingCall, toolKinds } from './form.ts';
import { reviewOperation } from './jobs.ts';
import { happen, type Outcome, refusalTo } from './lifecycle.ts';
import { accountKinds, rulings, type ToolRequest } from './model.ts';
import { type Before, before, openRequest, told } from './review.ts';
import { type Filled, filledIn, type RulingInput } from './ruling-input.ts';
import { needsBoth, problemOf } from './ruling-problem.ts';
import { newToolId, toolMeant } from './tool.ts';
import { contextLineOf, demandLine } from './view.ts';

export async function decisionForm(
  deps: RequestDeps,
  turn: Turn,
  input: RulingInput,
  problemLine = '',
): Promise<Answer> {
  const at = await before(turn, input.requestId);
  if (!at) return refused(turn, 'not_found');
  const refusal = await refusalOf(deps, turn, at);
  if (refusal) return refusal;
  const { request } = at.loaded;
  const rulebook = await deps.rulebook(turn);
  const filled = filledIn(input, request, rulebook);
  const { words } = turn;
  const choice = (key: string, choiceId: string) => ({ title: words(`request.${key}.${choiceId}`), choiceId });
  const isShort = needsBoth(filled, request, rulebook) && !holds(turn.who, ['hrLead']);
  const line = problemLine || (isShort ? words('request.needsHrLead') : '');
  const title = words('request.decideTitle');
  const data = {
    summary: title,
    requestId: input.requestId,
    hasProblem: line !== '',
    problemLine: line,
    toolName: request.toolName,
    contextLine: contextLineOf(turn, rulebook, request),
    demandLine: demandLine(turn, request),
    ruling: filled.ruling ?? '',
    rulings: rulings.map((each) => choice('state', each)),
    why: filled.why,
    condition: filled.condition,
    showsMore: problemLine !== '',
    dataClassId: filled.dataClassId,
    classes: rulebook.classes().map(({ id, name }) => ({ title: name, choiceId: id })),
    listName: filled.listName,
    toolKind: filled.toolKind ?? 'assistant',
    toolKinds: toolKinds.map((each) => choice('toolKind', each)),
    accountKind: filled.accountKind,
    accounts: accountKinds.map((each) => choice('account', each)),
  };
  return { kind: 'form', title, card: decideCard.render(data, words, placeOf(turn)), size: 'medium' };
}

/** Whoever may not decide it, or comes too late, hears so before they fill in anything. */
async function refusalOf(deps: RequestDeps, turn: Turn, { loaded, actor }: Before): Promise<Answer | undefined> {
  const refusal = refusalTo('decide', loaded.request, actor);
  return refusal && told(deps, turn, loaded, refusal);
}

export async function decideRequest(deps: RequestDeps, turn: Turn, input: RulingInput, tries = 6): Promise<Answer> {
  const at = await before(turn, input.requestId);
  if (!at) return refused(turn, 'not_found');
  const refusal = await refusalOf(deps, turn, at);
  if (refusal) return refusal;
  const rulebook = await deps.rulebook(turn);
  const filled = filledIn(input, at.loaded.request, rulebook);
  const problem = problemOf(turn, filled, at.loaded.request, rulebook);
  if (problem) return decisionForm(deps, turn, input, problem);
  if (await save(deps, turn, at, filled))
    return openRequest(deps, turn, input.requestId, turn.words('request.done.decide'));
  return tries > 1 ? decideRequest(deps, turn, input, tries - 1) : refused(turn, 'stale');
}

const answers = { approved: 'yes', limited: 'yesWithConditions', blocked: 'no' } as const;

async function save(deps: RequestDeps, turn: Turn, { loaded, actor }: Before, filled: Filled): Promise<boolean> {
  const rulebook = await deps.rulebook(turn);
  const verdict = filled.ruling ?? 'blocked';
  const toolId = toolMeant(rulebook, filled.listName, filled.accountKind)?.id ?? newToolId(filled.listName);
  const decisionId = newId();
  const result = {
    ...{ verdict, reason: filled.why, decisionId, by: turn.who.personId, at: turn.now.toISOString() },
    ...(verdict === 'limited' ? { condition: filled.condition } : {}),
  };
  const dataClass = filled.dataClassId ? { dataClassId: filled.dataClassId } : {};
  const event = { name: 'decide', result, toolId, ...dataClass } as const;
  const outcome = happen({ request: loaded.request, event, actor, now: turn.now });
  if (outcome.kind !== 'changed') return false;
  const call = callOf(turn, loaded, rulebook, { ...event, ...filled, ...dataClass });
  const operations = [
    ...(await deps.rulingOperations(turn, call)),
    ...(await answerOperations(turn, loaded, outcome)),
    auditOf(turn, decisionId, call.answer),
    reviewOperation(turn.now, loaded.id, decisionId),
  ];
  return (await writeStamped(turn.store, ['tools'], operations)).kind === 'ok';
}

const answerOperations = async (
  turn: Turn,
  loaded: Loaded,
  outcome: Extract<Outcome, { kind: 'changed' }>,
): Promise<WriteOperation[]> => [
  ...(await changeOperations(turn, { loaded, ...outcome })),
  noticeOperation(turn.now, { kind: 'requestState', subject: loaded.id }),
];

interface Said extends Omit<Filled, 'dataClassId'> {
  readonly result: NonNullable<ToolRequest['result']>;
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

const auditOf = (turn: Turn, decisionId: string, answer: string): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: 'person',
    action: 'decision.decide',
    entityType: 'decision',
    entityId: decisionId,
    changes: { answer: { before: '', after: answer } },
    requestId: turn.requestId,
  });
