/** What may happen to a scenario (product 6.2): who may do it, and in which state. Pure. */
import { dayOf } from '../../core/time.ts';
import type { Scenario } from './model.ts';

/** One person before one scenario. */
export interface Actor {
  readonly personId: string;
  /** Drafts of this workflow are theirs to see. */
  readonly isReader: boolean;
  /** Sees the live scenario. */
  readonly seesLive: boolean;
  readonly isAuthor: boolean;
  readonly isOwner: boolean;
  readonly isHrLead: boolean;
  readonly isGovernance: boolean;
  /** Named to look at it, and with a grant to do so. */
  readonly isReviewer: boolean;
  /** Wrote the text that waits: then another one must publish it (reliability R1). */
  readonly isWriter: boolean;
  /** The one who would usually approve wrote it: then it is the reviewer's turn. */
  readonly isOwnersText: boolean;
}

export const eventNames = [
  'saveDraft',
  'startEdit',
  'submit',
  'sendBack',
  'approve',
  'publish',
  'smallFix',
  'confirm',
  'hold',
  'release',
  'rollBack',
  'retire',
  'restore',
  'dropDraft',
] as const;
export type EventName = (typeof eventNames)[number];

export type Refusal =
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  /** Nobody publishes what they wrote themselves. */
  | { kind: 'ownText' }
  /** Its state is not one for this. */
  | { kind: 'outdated' };

/** Why this person may not do it to this scenario now; undefined when they may. */
export const refusalOf = (head: Scenario, event: EventName, actor: Actor, now: Date): Refusal | undefined =>
  refusalBy(head, event, actor) ?? (fits(head, event, now) ? undefined : { kind: 'outdated' });

/** The part of it that stays the same whatever becomes of the scenario. */
export function refusalBy(head: Scenario, event: EventName, actor: Actor): Refusal | undefined {
  if (!actor.isReader && !mayAct(head, event, actor))
    return actor.seesLive && isLive(head) ? { kind: 'forbidden' } : { kind: 'hidden' };
  if (mayAct(head, event, actor)) return undefined;
  const isToPublish = event === 'approve' || event === 'publish';
  return isToPublish && actor.isWriter && (actor.isOwner || actor.isReviewer)
    ? { kind: 'ownText' }
    : { kind: 'forbidden' };
}

function mayAct(head: Scenario, event: EventName, actor: Actor): boolean {
  switch (event) {
    case 'saveDraft':
    case 'submit':
      return mayWrite(head, actor);
    case 'startEdit':
      return actor.isAuthor || actor.isOwner;
    case 'dropDraft':
      return actor.isOwner || (actor.isWriter && mayWrite(head, actor));
    case 'sendBack':
      return actor.isOwner || actor.isReviewer;
    case 'approve':
      return mayApprove(actor);
    case 'publish':
      return mayApprove(actor) && mayWrite(head, actor);
    case 'hold':
    case 'release':
      return actor.isOwner || actor.isHrLead || actor.isGovernance;
    case 'smallFix':
    case 'confirm':
    case 'rollBack':
    case 'retire':
    case 'restore':
      return actor.isOwner;
  }
}

/** Authors and owners of its department; and whoever began it, for as long as nobody else has it. */
const mayWrite = (head: Scenario, { isAuthor, isOwner, personId }: Actor): boolean =>
  isAuthor || isOwner || (head.liveVersion === undefined && head.createdBy === personId);

const mayApprove = ({ isWriter, isOwner, isReviewer, isOwnersText }: Actor): boolean =>
  !isWriter && (isOwner || (isReviewer && isOwnersText));

function fits(head: Scenario, event: EventName, now: Date): boolean {
  const { draftState, hold } = head;
  const isDrafted = head.draftVersion !== undefined && head.state !== 'retired';
  switch (event) {
    case 'saveDraft':
    case 'submit':
    case 'publish':
    case 'dropDraft':
      return isDrafted && draftState !== 'inReview';
    case 'sendBack':
    case 'approve':
      return isDrafted && draftState === 'inReview';
    case 'startEdit':
      return isLive(head) && !isDrafted;
    case 'smallFix':
      return isLive(head) && isDrafted && draftState !== 'inReview';
    case 'confirm':
      return isDue(head, now);
    case 'hold':
      return isLive(head) && hold === undefined;
    case 'release':
      return isLive(head) && hold !== undefined;
    case 'rollBack':
      return isLive(head) && (head.liveVersion ?? 0) > 1;
    case 'retire':
      return isLive(head) || head.state === 'draft';
    case 'restore':
      return head.state === 'retired';
  }
}

export const isLive = ({ state, liveVersion }: Scenario): boolean =>
  liveVersion !== undefined && (state === 'published' || state === 'dueForReview');

/** Marked for a check, or past its date: whether or not the job that marks it has come by. */
export const isDue = (head: Scenario, now: Date): boolean =>
  isLive(head) && (head.state === 'dueForReview' || isPastDate(head, now));

const isPastDate = ({ reviewDue }: Scenario, now: Date): boolean => reviewDue !== undefined && reviewDue <= dayOf(now);

/** Why it is due, its age among the reasons from the day that its date has come. */
export function checkReasonsOf(head: Scenario, now: Date): Scenario['checkReasons'] {
  const { checkReasons, reviewDue } = head;
  if (!isLive(head) || !reviewDue || !isPastDate(head, now) || checkReasons.some(({ kind }) => kind === 'age'))
    return checkReasons;
  return [...checkReasons, { kind: 'age', at: `${reviewDue}T00:00:00.000Z` }];
}
