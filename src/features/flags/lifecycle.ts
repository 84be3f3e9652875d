/** What may happen to a flag (product 6.4): from its state, the event and who acts to its next state, or why not. Pure. */
import { movedDue } from '../../core/working-time.ts';
import { passedDue, reopenedDue } from './due.ts';
import type { Flag, FlagState } from './model.ts';

/** One person before one flag. */
export interface Actor {
  readonly personId: string;
  /** Asked the question, by name or sealed. */
  readonly isReporter: boolean;
  /** Manager of its department or HR lead. */
  readonly isReviewer: boolean;
  readonly isGovernance: boolean;
  readonly isHrLead: boolean;
  /** Owns or wrote what the flag is about: then another one must answer. */
  readonly isAuthor: boolean;
}

export type FlagEvent =
  | { readonly name: 'claim' | 'passToGovernance' | 'withdraw' | 'helps' }
  /** Somebody who may answer it too; checked by the caller, who knows the people. */
  | { readonly name: 'assign'; readonly assigneeId: string }
  | { readonly name: 'ask' | 'reply' | 'notAnswered' | 'comment'; readonly text: string }
  | { readonly name: 'sendBack'; readonly text: string; readonly proposalId: string }
  /** `precedent` is an earlier flag whose answer does again. */
  | {
      readonly name: 'answer';
      readonly text: string;
      readonly precedent?: Pick<Flag, 'decisionId'> | undefined;
      /** What kind of question it was, as the reviewer sees it. */
      readonly category?: Flag['category'] | undefined;
    };
export type EventName = FlagEvent['name'];

export type Outcome =
  | { kind: 'changed'; flag: Flag; events: readonly EventName[] }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  | { kind: 'ownFlag' }
  | { kind: 'ownPost' }
  | { kind: 'alreadyAnswered' }
  /** Another one has it: it must be taken over first. */
  | { kind: 'taken' }
  /** Another proposal stands there by now. */
  | { kind: 'newerProposal' }
  /** The flag is not in a state for this any more. */
  | { kind: 'outdated' };

export type Refusal = Exclude<Outcome, { kind: 'changed' }>;

export interface Deciding {
  readonly flag: Flag;
  readonly event: FlagEvent;
  readonly actor: Actor;
  readonly now: Date;
  /** The program's zone, for working hours. */
  readonly zone: string;
}

const byReporter: ReadonlySet<EventName> = new Set(['reply', 'withdraw', 'helps', 'notAnswered']);

const from: Readonly<Record<EventName, readonly FlagState[]>> = {
  claim: ['open', 'assigned'],
  assign: ['open', 'assigned'],
  ask: ['open', 'assigned'],
  reply: ['waiting'],
  passToGovernance: ['open', 'assigned'],
  answer: ['open', 'assigned'],
  withdraw: ['open', 'assigned', 'waiting'],
  helps: ['answered'],
  notAnswered: ['answered'],
  comment: ['answered'],
  sendBack: ['needsDecision'],
};
const mostReopened = 2;
const needsAssignee: ReadonlySet<EventName> = new Set(['ask', 'answer', 'passToGovernance']);

const over: ReadonlySet<FlagState> = new Set(['answered', 'closed', 'withdrawn', 'merged']);
/** Nobody waits for it any more. */
export const isOver = ({ state }: Flag): boolean => over.has(state);

/** Somebody else is on it. */
export const isTaken = ({ state, assigneeId }: Flag, { personId }: Actor): boolean =>
  state === 'assigned' && assigneeId !== undefined && assigneeId !== personId;

/** Reporters read their own; reviewers those of their department; governance what was passed to it. */
export const mayRead = ({ state, decisionId }: Flag, { isReporter, isReviewer, isGovernance }: Actor): boolean =>
  isReporter || isReviewer || (isGovernance && (state === 'needsDecision' || decisionId !== undefined));

/** Governance and HR leads, unless they asked it or made what it is about. */
export const decides = ({ isGovernance, isHrLead, isReporter, isAuthor }: Actor): boolean =>
  (isGovernance || isHrLead) && !isReporter && !isAuthor;

/** A proposal waits for this person to sign it. */
export const maySign = ({ proposal }: Flag, actor: Actor): boolean =>
  proposal !== undefined && actor.isHrLead && decides(actor);

/** Why this person may neither confirm the proposal nor send it back; undefined when they may. */
export function refusalToSign(flag: Flag, actor: Actor, proposalId: string): Refusal | undefined {
  if (!mayRead(flag, actor)) return { kind: 'hidden' };
  if (!actor.isHrLead) return { kind: 'forbidden' };
  if (actor.isReporter) return { kind: 'ownFlag' };
  if (actor.isAuthor) return { kind: 'ownPost' };
  if (flag.proposal) return flag.proposal.id === proposalId ? undefined : { kind: 'newerProposal' };
  return { kind: flag.answeredBy === undefined ? 'outdated' : 'alreadyAnswered' };
}

export function decide({ flag, event, actor, now, zone }: Deciding): Outcome {
  const refusal = refusalOf(flag, event, actor);
  if (refusal) return refusal;
  const at = now.toISOString();
  // Acting on what nobody has claims it in the same write (L5).
  const claims = flag.state === 'open' && ['ask', 'answer'].includes(event.name);
  const by = actor.isReporter ? reporterOf(flag, actor) : actor.personId;
  const stamped = { ...flag, updatedAt: at, updatedBy: by };
  const changed = apply({ flag: stamped, event, actor, now, zone });
  return { kind: 'changed', flag: changed, events: claims ? ['claim', event.name] : [event.name] };
}

const reporterOf = ({ anonymous }: Flag, { personId }: Actor): string => (anonymous ? 'system' : personId);

function refusalOf(flag: Flag, event: FlagEvent, actor: Actor): Refusal | undefined {
  if (event.name === 'sendBack') return refusalToSign(flag, actor, event.proposalId);
  const { name } = event;
  if (!mayRead(flag, actor)) return { kind: 'hidden' };
  const isReportersEvent = byReporter.has(name);
  if (isReportersEvent && !actor.isReporter) return { kind: 'forbidden' };
  if (name === 'comment' && !actor.isReporter && !actor.isReviewer) return { kind: 'forbidden' };
  if (!isReportersEvent && name !== 'comment') {
    if (!actor.isReviewer) return { kind: 'forbidden' };
    if (actor.isReporter) return { kind: 'ownFlag' };
    if (actor.isAuthor) return { kind: 'ownPost' };
  }
  if (from[name].includes(flag.state)) {
    if (needsAssignee.has(name) && isTaken(flag, actor)) return { kind: 'taken' };
    return name === 'notAnswered' && flag.reopenCount >= mostReopened ? { kind: 'outdated' } : undefined;
  }
  return name === 'answer' && flag.answeredBy !== undefined ? { kind: 'alreadyAnswered' } : { kind: 'outdated' };
}

function apply({ flag, event, actor, now, zone }: Deciding): Flag {
  const at = now.toISOString();
  switch (event.name) {
    case 'claim':
      return { ...flag, state: 'assigned', assigneeId: actor.personId };
    case 'assign':
      return { ...flag, state: 'assigned', assigneeId: event.assigneeId };
    case 'ask':
      return {
        ...spoken(flag, 'reviewer', event.text, at, actor.personId),
        state: 'waiting',
        assigneeId: actor.personId,
        clockStoppedAt: at,
      };
    case 'reply': {
      const { clockStoppedAt = at, ...running } = spoken(flag, 'reporter', event.text, at);
      return { ...running, state: 'assigned', dueAt: movedDue(flag.dueAt, clockStoppedAt, now) };
    }
    case 'passToGovernance':
      return { ...flag, state: 'needsDecision', dueAt: passedDue(now, zone) };
    case 'answer':
      return {
        ...flag,
        state: 'answered',
        assigneeId: actor.personId,
        answer: event.text,
        reasonCode: event.precedent ? 'precedent' : 'clear',
        ...(event.category ? { category: event.category, categoryBy: 'reviewer' } : {}),
        ...(event.precedent?.decisionId ? { decisionId: event.precedent.decisionId } : {}),
        answeredBy: actor.personId,
        answeredAt: at,
      };
    case 'withdraw':
      return { ...flag, state: 'withdrawn' };
    case 'helps':
      return { ...flag, state: 'closed' };
    case 'notAnswered': {
      const {
        assigneeId: _,
        answeredBy: _by,
        answeredAt: _at,
        confirmedBy: _second,
        ...open
      } = event.text ? spoken(flag, 'reporter', event.text, at) : flag;
      return { ...open, state: 'open', reopenCount: flag.reopenCount + 1, dueAt: reopenedDue(now, flag.urgency, zone) };
    }
    case 'sendBack': {
      const { proposal, ...rest } = flag;
      return proposal ? { ...rest, sentBack: { by: actor.personId, at, reason: event.text, proposal } } : rest;
    }
    case 'comment':
      return actor.isReporter
        ? spoken(flag, 'reporter', event.text, at)
        : spoken(flag, 'reviewer', event.text, at, actor.personId);
  }
}

function spoken(flag: Flag, side: 'reporter' | 'reviewer', text: string, at: string, by?: string): Flag {
  return { ...flag, thread: [...(flag.thread ?? []), { side, ...(by ? { by } : {}), at, text }].slice(-50) };
}
