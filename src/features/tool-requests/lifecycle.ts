/** What may happen to a tool request (product 6.5): from its state, the event and who acts to its next state, or why not. Pure. */
import { movedDue } from '../../core/working-time.ts';
import { dueAt } from './due.ts';
import { stricterLane } from './lane.ts';
import { isOpen, type Lane, openStates, type RequestState, type ToolRequest } from './model.ts';
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
}

export type RequestEvent =
  | { readonly name: 'claim' | 'alternativeIsEnough' | 'withdraw' }
  | { readonly name: 'askMore' | 'reply'; readonly text: string }
  | { readonly name: 'join'; readonly need: string; readonly lane: Lane; readonly isUsing: boolean }
  | ({ readonly name: 'decide' } & Decided);
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
  /** Who joins has asked before. */
  | { kind: 'alreadyAsked' }
  /** The request is not in a state for this any more. */
  | { kind: 'outdated' };

export interface Happening {
  readonly request: ToolRequest;
  readonly event: RequestEvent;
  readonly actor: Actor;
  readonly now: Date;
}

const byGovernance: ReadonlySet<EventName> = new Set(['claim', 'askMore', 'decide']);

const from: Readonly<Record<EventName, readonly RequestState[]>> = {
  join: openStates,
  claim: ['submitted', 'inReview'],
  askMore: ['submitted', 'inReview'],
  reply: ['needsInfo'],
  // A question that nobody replies to must not hold a decision back for good.
  decide: openStates,
  alternativeIsEnough: ['submitted'],
  withdraw: openStates,
};

/** Those who asked read their own; who decides about tools reads all. */
export const mayRead = ({ isRequester, isSupporter, isSatisfied, isGovernance }: Actor): boolean =>
  isRequester || isSupporter || isSatisfied || isGovernance;

export function happen({ request, event, actor, now }: Happening): Outcome {
  const refusal = refusalTo(event.name, request, actor);
  if (refusal) return refusal;
  const at = now.toISOString();
  // Acting on what nobody has, or another one has, takes it over in the same write (L5).
  const claims = byGovernance.has(event.name) && event.name !== 'claim' && request.assigneeId !== actor.personId;
  const stampedRequest = { ...request, updatedAt: at, updatedBy: actor.personId };
  const changed = apply({ request: stampedRequest, event, actor, now });
  return { kind: 'changed', request: changed, events: claims ? ['claim', event.name] : [event.name] };
}

/** Why it may not happen; undefined when it may. */
export function refusalTo(
  name: EventName,
  request: ToolRequest,
  actor: Actor,
): Exclude<Outcome, { kind: 'changed' }> | undefined {
  if (name === 'join') {
    if (actor.isRequester || actor.isSupporter) return { kind: 'alreadyAsked' };
    return isOpen(request) ? undefined : { kind: 'outdated' };
  }
  if (!mayRead(actor)) return { kind: 'hidden' };
  if (byGovernance.has(name)) {
    if (!actor.isGovernance) return { kind: 'forbidden' };
    if (actor.isRequester) return { kind: 'ownRequest' };
  } else if (!mayAsRequester(name, actor)) return { kind: 'forbidden' };
  if (fromStates(name, actor).includes(request.state)) return undefined;
  return name === 'decide' && request.result ? { kind: 'alreadyDecided' } : { kind: 'outdated' };
}

/** Who joined may leave again; the question to the requester is theirs to answer alone. */
const mayAsRequester = (name: EventName, { isRequester, isSupporter }: Actor): boolean =>
  isRequester || (isSupporter && name !== 'reply');

/** Of who joined nothing depends, so the alternative may be enough for them as long as it is open. */
const fromStates = (name: EventName, { isSupporter }: Actor): readonly RequestState[] =>
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
      return {
        ...running(request, now),
        state: event.result.verdict,
        assigneeId: actor.personId,
        result: event.result,
        toolId: event.toolId,
        toolKey: event.toolId,
        ...(event.dataClassId ? { dataClassId: event.dataClassId } : {}),
      };
    case 'alternativeIsEnough':
      return satisfied(request, actor.personId);
    case 'withdraw':
      return left(request, actor.personId);
  }
}

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
