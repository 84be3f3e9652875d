/** What may happen to a discovery (product 6.3): from its state, the event and who acts to its next state, or why not. Pure. */
import { changed } from './changes.ts';
import type { Discovery, DiscoveryState, OutcomeKind } from './model.ts';

/** One person, or the system, before one discovery. */
export interface Actor {
  readonly personId: string;
  readonly isAuthor: boolean;
  /** Looks at discoveries of its department or workflow. */
  readonly isReviewer: boolean;
  /** Owns its workflow, or one that it can become part of: the playbook is theirs to change. */
  readonly isOwner: boolean;
  readonly isManager: boolean;
  readonly isSystem: boolean;
  /** May see what is shared about its workflow (product 5.2). */
  readonly sees: boolean;
}

/** What the author may write again. */
export type Text = Pick<Discovery, 'title' | 'what' | 'dataClassId' | 'credit' | 'similar'> &
  Partial<
    Pick<
      Discovery,
      | 'workflowId'
      | 'departmentId'
      | 'roleId'
      | 'scenarioId'
      | 'version'
      | 'toolId'
      | 'promptText'
      | 'sampleOutput'
      | 'minutesBefore'
      | 'minutesAfter'
    >
  >;

export type DiscoveryEvent =
  | { readonly name: 'claim' | 'noReply' | 'published' | 'draftDropped' | 'reopen' | 'withdraw' }
  | { readonly name: 'askAuthor' | 'reply' | 'decline'; readonly text: string }
  | { readonly name: 'edit'; readonly text: Text }
  | { readonly name: 'merge'; readonly twinId: string }
  | {
      readonly name: 'accept';
      readonly kind: Extract<OutcomeKind, 'newScenario' | 'newPrompt' | 'goodExample'>;
      readonly scenarioId: string;
      readonly version: number;
    };
export type EventName = DiscoveryEvent['name'];

export type Outcome =
  | { kind: 'changed'; discovery: Discovery; events: readonly EventName[] }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  | { kind: 'ownPost' }
  /** Somebody else has it: first taken over by `claim`. */
  | { kind: 'assigned' }
  | { kind: 'alreadyDecided' }
  /** The discovery is not in a state for this any more. */
  | { kind: 'outdated' };

export interface Deciding {
  readonly discovery: Discovery;
  readonly event: DiscoveryEvent;
  readonly actor: Actor;
  readonly now: Date;
  /** The program's zone, for working days. */
  readonly zone: string;
}

const from: Readonly<Record<EventName, readonly DiscoveryState[]>> = {
  edit: ['submitted', 'needsMore'],
  claim: ['submitted', 'inTriage'],
  askAuthor: ['submitted', 'inTriage'],
  reply: ['needsMore'],
  noReply: ['needsMore'],
  accept: ['submitted', 'inTriage'],
  merge: ['submitted', 'inTriage'],
  decline: ['submitted', 'inTriage'],
  published: ['accepted'],
  draftDropped: ['accepted'],
  reopen: ['declined'],
  withdraw: ['submitted', 'inTriage', 'needsMore', 'accepted', 'merged', 'declined'],
};
const byAuthor: ReadonlySet<EventName> = new Set(['edit', 'reply', 'withdraw']);
const bySystem: ReadonlySet<EventName> = new Set(['noReply', 'published', 'draftDropped']);
const deciding: ReadonlySet<EventName> = new Set(['accept', 'merge', 'decline']);
/** What others than its author and its reviewers never read. */
const kept: ReadonlySet<DiscoveryState> = new Set(['declined', 'withdrawn']);

export const mayRead = ({ state }: Discovery, { isAuthor, isReviewer, isSystem, sees }: Actor): boolean =>
  isAuthor || isReviewer || isSystem || (sees && !kept.has(state));

export function decide({ discovery, event, actor, now, zone }: Deciding): Outcome {
  const refusal = refusalOf(discovery, event.name, actor);
  if (refusal) return refusal;
  // Acting on what nobody has claims it in the same write (L5).
  const claims = discovery.state === 'submitted' && ['askAuthor', ...deciding].includes(event.name);
  const stamped = { ...discovery, updatedAt: now.toISOString(), updatedBy: actor.personId };
  const claimed = claims ? { ...stamped, assigneeId: actor.personId } : stamped;
  const next = changed({ discovery: claimed, event, actor, now, zone });
  return { kind: 'changed', discovery: next, events: claims ? ['claim', event.name] : [event.name] };
}

export type Refusal = Exclude<Outcome, { kind: 'changed' }>;

/** Why it may not happen; undefined when it may. */
export function refusalOf(discovery: Discovery, name: EventName, actor: Actor): Refusal | undefined {
  if (!mayRead(discovery, actor)) return { kind: 'hidden' };
  const right = rightOf(name, actor);
  if (right) return right;
  if (!from[name].includes(discovery.state))
    return { kind: deciding.has(name) && discovery.outcome ? 'alreadyDecided' : 'outdated' };
  if (name === 'reopen' && actor.isAuthor && discovery.isReopened) return { kind: 'outdated' };
  if (discovery.state !== 'inTriage' || !isTriage(name)) return undefined;
  const isMine = discovery.assigneeId === actor.personId;
  if (name === 'claim') return isMine ? { kind: 'outdated' } : undefined;
  return isMine ? undefined : { kind: 'assigned' };
}

const isTriage = (name: EventName): boolean => name === 'claim' || name === 'askAuthor' || deciding.has(name);

/** Whether this person may do this at all, whatever its state. */
function rightOf(name: EventName, actor: Actor): Refusal | undefined {
  if (bySystem.has(name)) return actor.isSystem ? undefined : { kind: 'forbidden' };
  if (byAuthor.has(name)) return actor.isAuthor ? undefined : { kind: 'forbidden' };
  if (name === 'reopen') return actor.isAuthor || actor.isManager ? undefined : { kind: 'forbidden' };
  if (!actor.isReviewer) return { kind: 'forbidden' };
  if (actor.isAuthor) return { kind: 'ownPost' };
  return name === 'accept' && !actor.isOwner ? { kind: 'forbidden' } : undefined;
}
