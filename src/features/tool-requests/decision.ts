/** The card on which somebody who decides about tools decides a request. */
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import type { RequestDeps } from './form.ts';
import { refusalTo } from './lifecycle.ts';
import { accountKinds, rulings, toolKinds } from './model.ts';
import { type Before, before } from './press.ts';
import { openRequest, told } from './review.ts';
import { rule } from './rule.ts';
import { filledIn, type RulingInput, startedFrom } from './ruling-input.ts';
import { needsBoth } from './ruling-problem.ts';
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

export async function decideRequest(deps: RequestDeps, turn: Turn, input: RulingInput): Promise<Answer> {
  const ruled = await rule(deps, turn, { input });
  switch (ruled.kind) {
    case 'done':
      return openRequest(deps, turn, input.requestId, ruled.note);
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'refused':
      return told(deps, turn, ruled.loaded, ruled.why);
    case 'wrong':
      return decisionForm(deps, turn, input, ruled.problem.message);
  }
}
