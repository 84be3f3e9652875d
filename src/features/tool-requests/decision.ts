/** Who decides about tools decides a request; where people or sensitive data are concerned an HR lead signs it as well. */
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import { saveDecision } from './decided.ts';
import type { RequestDeps } from './form.ts';
import { refusalTo } from './lifecycle.ts';
import { accountKinds, rulings, toolKinds } from './model.ts';
import { propose, proposedNote } from './propose.ts';
import { type Before, before, openRequest, told } from './review.ts';
import { type Filled, filledIn, type RulingInput, startedFrom } from './ruling-input.ts';
import { needsBoth, problemOf } from './ruling-problem.ts';
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
  const filled = filledIn(problemLine === '' ? startedFrom(input, request) : input, request, rulebook);
  const { words } = turn;
  const choice = (key: string, choiceId: string) => ({ title: words(`request.${key}.${choiceId}`), choiceId });
  const title = words('request.decideTitle');
  const data = {
    summary: title,
    requestId: input.requestId,
    hasProblem: problemLine !== '',
    problemLine,
    toolName: request.toolName,
    contextLine: contextLineOf(turn, rulebook, request),
    demandLine: demandLine(turn, request),
    needsSecond: needsBoth(filled, request, rulebook) && !at.actor.isHrLead,
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
  const problem = problemOf(turn, filled, rulebook);
  if (problem) return decisionForm(deps, turn, input, problem);
  const isAlone = needsBoth(filled, at.loaded.request, rulebook) && !at.actor.isHrLead;
  const note = await settled(deps, turn, at, { filled, isAlone });
  if (note) return openRequest(deps, turn, input.requestId, note);
  return tries > 1 ? decideRequest(deps, turn, input, tries - 1) : refused(turn, 'stale');
}

/** Decided, or proposed to the HR lead: what its maker reads then. Undefined when somebody was faster. */
async function settled(
  deps: RequestDeps,
  turn: Turn,
  at: Before,
  { filled, isAlone }: { filled: Filled; isAlone: boolean },
): Promise<string | undefined> {
  if (isAlone) return (await propose(deps, turn, at, filled)) ? proposedNote(deps, turn, at.loaded.request) : undefined;
  return (await saveDecision(deps, turn, at, { filled })) ? turn.words('request.done.decide') : undefined;
}
