/** What may happen to a tool request (product 6.5): from its state, the event and who acts to its next state, or why not. Pure. */
import { movedDue } from '../../core/working-time.ts';
import { dueAt } from './due.ts';
import { stricterLane } from './lane.ts';
import { isOpen, type Lane, openStates, type Proposal, type RequestState, type ToolRequest } from './model.ts';
import { left, mostReasons, satisfied } from './people.ts';

/** One person before one request. */
export interface Actor {
  readonly personId: string;
  readonly isRequester: boolean;
  /** Asked for the same. */
  readonly isSupporter: boolean;
  /** Asked for the same, and found the alternative enough. */
  readonly isSatisfied: boolean;
  readonly isGovernance: boolean;
  readonly isHrLead: boolean;
}

export type RequestEvent =
  | { readonly name: 'claim' | 'alternativeIsEnough' | 'withdraw' }
  | { readonly name: 'askMore' | 'reply'; readonly text: string }
  | { readonly name: 'join'; readonly need: string; readonly lane: Lane; readonly isUsing: boolean }
  | ({ readonly name: 'decide' } & Decided)
  | { readonly name: 'propose'; readonly proposal: Proposal }
  | ({ readonly name: 'confirm'; readonly proposalId: string } & Decided)
  | { readonly name: 'sendBack'; readonly proposalId: string; readonly text: string };
export type EventName = RequestEvent['name'];

export interface Decided {
  readonly result: NonNullable<ToolRequest['result']>;
  readonly toolId: string;
  readonly dataClassId?: string;
}

export type Outcome =
  | { kind: 'changed'; request: ToolRequest; events: readonly EventName[] }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  | { kind: 'ownRequest' }
  | { kind: 'alreadyDecided' }
  /** Another proposal stands there by now. */
  | { kind: 'newerProposal' }
  /** Who joins has asked before. */
  | { kind: 'alreadyAsked' }
  /** The request is not in a state for this any more. */
  | { kind: 'outdated' };

export type Refusal = Exclude<Outcome, { kind: 'changed' }>;

export interface Happening {
  readonly request: ToolRequest;
  readonly event: RequestEvent;
  readonly actor: Actor;
  readonly now: Date;
}

const byGovernance: ReadonlySet<EventName> = new Set(['claim', 'askMore', 'decide', 'propose']);

type Signing = 'confirm' | 'sendBack';
const from: Readonly<Record<Exclude<EventName, Signing>, readonly RequestState[]>> = {
  join: openStates,
  claim: ['submitted', 'inReview'],
  askMore: ['submitted', 'inReview'],
  reply: ['needsInfo'],
  // A question that nobody replies to must not hold a decision back for good.
  decide: openStates,
  propose: openStates,
  alternativeIsEnough: ['submitted'],
  withdraw: openStates,
};

/** Those who asked read their own; who decides about tools reads all, an HR lead what came to them to sign. */
export const mayRead = (request: ToolRequest, actor: Actor): boolean =>
  actor.isRequester || actor.isSupporter || actor.isSatisfied || decides(request, actor);

/** Reads everything of it, also what others want it for. */
export const decides = ({ proposal, sentBack, result }: ToolRequest, actor: Actor): boolean =>
  actor.isGovernance || (actor.isHrLead && (proposal ?? sentBack ?? result?.confirmedBy) !== undefined);

/** A proposal waits for this person to sign it. */
export const maySign = ({ proposal }: ToolRequest, { isHrLead, isRequester }: Actor): boolean =>
  proposal !== undefined && isHrLead && !isRequester;

export function happen({ request, event, actor, now }: Happening): Outcome {
  const refusal =
    'proposalId' in event ? refusalToSign(request, actor, event.proposalId) : refusalTo(event.name, request, actor);
  if (refusal) return refusal;
  const at = now.toISOString();
  // Acting on what nobody has, or another one has, takes it over in the same write (L5).
  const claims = byGovernance.has(event.name) && event.name !== 'claim' && request.assigneeId !== actor.personId;
  const stampedRequest = { ...request, updatedAt: at, updatedBy: actor.personId };
  const changed = apply({ request: stampedRequest, event, actor, now });
  return { kind: 'changed', request: standing(changed), events: claims ? ['claim', event.name] : [event.name] };
}

/** Asking back or closing takes the proposal along: what is signed must be what was proposed. */
function standing(request: ToolRequest): ToolRequest {
  if (request.state === 'inReview') return request;
  const { proposal: _, sentBack: _sentBack, ...rest } = request;
  return rest;
}

/** Why this person may neither confirm the proposal nor send it back; undefined when they may. */
export function refusalToSign(request: ToolRequest, actor: Actor, proposalId: string): Refusal | undefined {
  if (!mayRead(request, actor)) return { kind: 'hidden' };
  if (!actor.isHrLead) return { kind: 'forbidden' };
  if (actor.isRequester) return { kind: 'ownRequest' };
  if (request.proposal) return request.proposal.id === proposalId ? undefined : { kind: 'newerProposal' };
  return { kind: request.result && !isOpen(request) ? 'alreadyDecided' : 'outdated' };
}

/** Why it may not happen; undefined when it may. */
export function refusalTo(name: Exclude<EventName, Signing>, request: ToolRequest, actor: Actor): Refusal | undefined {
  if (name === 'join') {
    if (actor.isRequester || actor.isSupporter) return { kind: 'alreadyAsked' };
    return isOpen(request) ? undefined : { kind: 'outdated' };
  }
  if (!mayRead(request, actor)) return { kind: 'hidden' };
  if (byGovernance.has(name)) {
    if (!actor.isGovernance) return { kind: 'forbidden' };
    if (actor.isRequester) return { kind: 'ownRequest' };
    if (name === 'claim' && request.assigneeId === actor.personId) return { kind: 'outdated' };
  } else if (!mayAsRequester(name, actor)) return { kind: 'forbidden' };
  if (fromStates(name, actor).includes(request.state)) return undefined;
  return (name === 'decide' || name === 'propose') && request.result
    ? { kind: 'alreadyDecided' }
    : { kind: 'outdated' };
}

/** Who joined may leave again; the question to the requester is theirs to answer alone. */
const mayAsRequester = (name: EventName, { isRequester, isSupporter }: Actor): boolean =>
  isRequester || (isSupporter && name !== 'reply');

/** Of who joined nothing depends, so the alternative may be enough for them as long as it is open. */
const fromStates = (name: Exclude<EventName, Signing>, { isSupporter }: Actor): readonly RequestState[] =>
  name === 'alternativeIsEnough' && isSupporter ? openStates : from[name];

function apply({ request, event, actor, now }: Happening): ToolRequest {
  const at = now.toISOString();
  switch (event.name) {
    case 'join':
      return {
        ...request,
        supporterIds: [...request.supporterIds, actor.personId],
        satisfiedIds: request.satisfiedIds.filter((id) => id !== actor.personId),
        alsoFor: [
          ...request.alsoFor.filter(({ by }) => by !== actor.personId),
          { by: actor.personId, text: event.need },
        ].slice(0, mostReasons),
        usingCount: request.usingCount + (event.isUsing ? 1 : 0),
        lane: stricterLane(request.lane, event.lane),
      };
    case 'claim':
      return { ...request, state: 'inReview', assigneeId: actor.personId };
    case 'askMore':
      return {
        ...spoken(request, { side: 'governance', by: actor.personId, at, text: event.text }),
        state: 'needsInfo',
        assigneeId: actor.personId,
        clockStoppedAt: at,
      };
    case 'reply':
      return { ...running(spoken(request, { side: 'requester', at, text: event.text }), now), state: 'inReview' };
    case 'decide':
      return { ...decided(running(request, now), event), assigneeId: actor.personId };
    case 'propose': {
      const { sentBack: _, ...rest } = running(request, now);
      return { ...rest, state: 'inReview', assigneeId: actor.personId, proposal: event.proposal };
    }
    case 'confirm':
      return decided(request, event);
    case 'sendBack': {
      const { proposal, ...rest } = request;
      return proposal ? { ...rest, sentBack: { by: actor.personId, at, reason: event.text, proposal } } : rest;
    }
    case 'alternativeIsEnough':
      return satisfied(request, actor.personId);
    case 'withdraw':
      return left(request, actor.personId);
  }
}

const decided = (request: ToolRequest, { result, toolId, dataClassId }: Decided): ToolRequest => ({
  ...request,
  ...{ state: result.verdict, result, toolId, toolKey: toolId },
  ...(dataClassId ? { dataClassId } : {}),
});

const spoken = (request: ToolRequest, line: ToolRequest['thread'][number]): ToolRequest => ({
  ...request,
  thread: [...request.thread, line].slice(-50),
});

/** The time that the requester was waited for is given back. */
function running(request: ToolRequest, now: Date): ToolRequest {
  const { clockStoppedAt, ...rest } = request;
  return clockStoppedAt ? { ...rest, dueAt: movedDue(request.dueAt, clockStoppedAt, now) } : rest;
}

/** A decision that is to be looked at again: nobody has it yet, and its rule stays. Undefined when another one came since. */
export function reviewDue(
  request: ToolRequest,
  { decisionId, now, zone }: { decisionId: string; now: Date; zone: string },
): ToolRequest | undefined {
  const isDecided = request.result !== undefined && request.state === request.result.verdict;
  if (!isDecided || request.result?.decisionId !== decisionId) return undefined;
  const { assigneeId: _, ...rest } = request;
  const at = now.toISOString();
  return { ...rest, state: 'inReview', dueAt: dueAt(now, request.lane, zone), updatedAt: at, updatedBy: 'system' };
}
