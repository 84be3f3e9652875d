/** A tool request as its card shows it to one reader. Pure. */

import { noProposal, type ProposalBlock, proposalBlockOf } from '../../core/proposal.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { ItemData } from './cards/item.card.ts';
import type { Loaded } from './documents.ts';
import { type Actor, decides, maySign } from './lifecycle.ts';
import type { Meanwhile } from './meanwhile.ts';
import { demandOf, isOpen, type ToolRequest } from './model.ts';

export interface Viewing {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly rulebook: Rulebook;
  readonly other: Meanwhile;
  /** The display name of a person we know. */
  readonly names: (personId: string) => string;
  readonly noteLine: string;
}

export function itemView(viewing: Viewing): ItemData {
  const { turn, loaded, actor, rulebook, other, names, noteLine } = viewing;
  const { words, who } = turn;
  const { id, request } = loaded;
  const { result } = request;
  const readsAll = decides(request, actor) && !actor.isRequester;
  const canSign = maySign(request, actor);
  const canDecide = readsAll && actor.isGovernance && isOpen(request);
  const canAsk = canDecide && !canSign && request.state !== 'needsInfo';
  const canReply = actor.isRequester && request.state === 'needsInfo';
  const asks = actor.isRequester || actor.isSupporter;
  const heading = words(headingFor(request, actor, readsAll));
  return {
    summary: heading,
    requestId: id,
    heading,
    hasNote: noteLine !== '',
    noteLine,
    toolName: request.toolName,
    needs: needsOf(turn, request, actor, readsAll ? names : undefined),
    contextLine: contextLineOf(turn, rulebook, request),
    status: statusOf(turn, request, actor),
    isOpen: isOpen(request),
    look: words(`request.lane.${request.lane}`),
    due: readableTime(new Date(request.dueAt), who.zone, who.locale),
    hasDemand: demandOf(request) > 1,
    demandLine: demandLine(turn, request),
    lines: asks && isOpen(request) ? [...other.lines] : [],
    // What the requester replied is not for everyone who asked for the same.
    thread: (actor.isRequester || readsAll ? request.thread : []).map(({ side, by, text }) => ({
      by: side === 'requester' ? words('request.byRequester') : names(by ?? ''),
      text,
    })),
    hasResult: result !== undefined,
    resultLine: resultLine(turn, request, names),
    reason: result?.reason ?? '-',
    hasCondition: result?.condition !== undefined,
    condition: result?.condition ?? '-',
    ...(readsAll ? proposalOf(viewing) : noProposal),
    hasInput: canAsk || canReply || canSign,
    inputLabel: words(canSign ? 'proposal.input' : canReply ? 'request.input.reply' : 'request.input.ask'),
    canSign,
    proposalId: request.proposal && canSign ? request.proposal.id : '',
    canAsk,
    canDecide,
    canReply,
    canBeEnough: asks && !canDecide && other.toolId !== undefined && mayBeEnough(request, actor),
    canWithdraw: asks && isOpen(request),
  };
}

export function resultLine({ words }: Turn, { result }: ToolRequest, names: Viewing['names']): string {
  if (!result) return '';
  const line = words(`request.result.${result.verdict}`, { name: names(result.by) });
  return result.confirmedBy ? words('proposal.confirmed', { line, name: names(result.confirmedBy) }) : line;
}

/** All that the second signature stands under: also what goes onto the list. */
export function proposalOf({ turn, loaded, rulebook, names }: Viewing): ProposalBlock {
  const { proposal, sentBack } = loaded.request;
  const last = proposal ?? sentBack?.proposal;
  if (!last) return noProposal;
  const { words } = turn;
  const listed = [
    last.listName,
    rulebook.dataClass(last.dataClassId ?? '')?.name,
    last.toolKind && words(`request.toolKind.${last.toolKind}`),
    words(`request.account.${last.accountKind}`),
  ];
  const lines = [listed.filter(Boolean).join(' · '), last.why, ...(last.condition ? [`• ${last.condition}`] : [])];
  return proposalBlockOf(turn, { proposal, sentBack, ruling: words(`request.state.${last.ruling}`), lines, names });
}

/** Whether this person may still say that the alternative is enough. */
export const mayBeEnough = (request: ToolRequest, { isSupporter }: Actor): boolean =>
  isSupporter ? isOpen(request) : request.state === 'submitted';

/** What it is to this reader. */
export const headingFor = (request: ToolRequest, actor: Actor, readsAll: boolean): string =>
  maySign(request, actor) ? 'proposal.heading' : headingOf(request, readsAll);

const headingOf = (request: ToolRequest, mayDecide: boolean): string =>
  mayDecide ? 'request.heading.decide' : request.result ? 'request.heading.decided' : 'request.heading.mine';

/** What it is wanted for. Who decides reads it of everybody, with their names; others read their own. */
export function needsOf(
  { words }: Turn,
  request: ToolRequest,
  { personId }: Actor,
  names: ((personId: string) => string) | undefined,
): ItemData['needs'] {
  const all = [{ by: request.requesterId, text: request.need }, ...request.alsoFor];
  if (names) return all.map(({ by, text }) => ({ by: words('request.askedBy', { name: names(by) }), text }));
  return all.filter(({ by }) => by === personId).map(({ text }) => ({ by: words('request.yours'), text }));
}

export const demandLine = ({ words }: Turn, request: ToolRequest): string =>
  words('request.demand', { count: demandOf(request) });

/** `Internal · colleagues · can be undone · work account`: what was answered of the four questions. */
export function contextLineOf({ words }: Turn, rulebook: Rulebook, request: ToolRequest): string {
  const { dataClassId, outputAffects, reversible, accountKind } = request;
  return [
    rulebook.dataClass(dataClassId ?? '')?.name ?? words('request.classOpen'),
    outputAffects && words(`request.affects.${outputAffects}`),
    reversible === undefined ? undefined : words(`request.undone.${reversible ? 'yes' : 'no'}`),
    accountKind && words(`request.account.${accountKind}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Only the one who was asked is waited for; those who decide read whose signature is. */
export function statusOf({ words }: Turn, request: ToolRequest, actor: Actor): string {
  const { state, proposal } = request;
  if (proposal && !actor.isRequester && decides(request, actor))
    return words(maySign(request, actor) ? 'proposal.toConfirm' : 'proposal.waits');
  return words(state === 'needsInfo' && !actor.isRequester ? 'request.waitingForReply' : `request.state.${state}`);
}
