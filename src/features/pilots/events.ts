/** The events of a pilot as data: what comes in, what has come of it, and who may do which in which state (product 6.6). Pure. */
import type { PilotState } from '../../core/pilot-view.ts';
import type { Hand } from '../../core/two-hands.ts';
import type { Bounds, PilotFacts } from './bounds.ts';
import type { Check } from './checklist.ts';
import { isAsked, isJoined } from './documents.ts';
import type { Pilot } from './model.ts';

/** One person before one pilot. */
export interface PilotActor extends Hand {
  /** Leads it, takes part in it, was asked to, or may read what is prepared: others do not learn that it is there. */
  readonly sees: boolean;
  /** A job acts. */
  readonly isSystem: boolean;
}

export type PilotEvent =
  | { readonly name: 'join' | 'decline' | 'leave' | 'confirm' | 'cancel' | 'midpoint' }
  | { readonly name: 'openBaseline'; readonly reason?: string | undefined }
  | { readonly name: 'start'; readonly reason?: string | undefined }
  | { readonly name: 'addPerson'; readonly personId: string; readonly reason?: string | undefined }
  | { readonly name: 'removePerson'; readonly personId: string }
  | { readonly name: 'sendBack'; readonly reason: string }
  /** Of a job on its last day, or early, by the owner with a reason. */
  | { readonly name: 'end'; readonly reason?: string | undefined }
  | { readonly name: 'decideScale'; readonly why?: string | undefined }
  | {
      readonly name: 'decideExtend';
      readonly weeks: number;
      readonly why?: string | undefined;
      readonly reason?: string | undefined;
    }
  | { readonly name: 'decideStop'; readonly why: string; readonly lessons: string; readonly retire: boolean };
export type PilotEventName = PilotEvent['name'];

/** What a press makes happen: a decision of two is `sign` first, and what was decided once both have signed. */
export const happenings = [
  ...['openBaseline', 'join', 'decline', 'leave', 'addPerson', 'removePerson', 'cancel', 'midpoint', 'end'],
  ...['sign', 'sendBack', 'start', 'scale', 'extend', 'stop'],
] as const;
export type Happened = Exclude<PilotEventName, `decide${string}` | 'confirm'> | 'sign' | 'scale' | 'extend' | 'stop';

/** All that a decision hangs on beside the pilot itself. */
export interface Deciding<E extends PilotEvent = PilotEvent> {
  readonly pilot: Pilot;
  readonly event: E;
  readonly actor: PilotActor;
  readonly now: Date;
  readonly facts: PilotFacts;
  readonly checks: readonly Check[];
  /** The numbers are too few to say anything (product 7.9). */
  readonly isBelow: boolean;
}

export type PilotOutcome =
  | { kind: 'changed'; pilot: Pilot; happened: Happened }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  /** It is not in a state for this any more. */
  | { kind: 'outdated' }
  /** One of the two has signed: that is confirmed or sent back first. */
  | { kind: 'signed' }
  /** The other one of the two has to. */
  | { kind: 'ownSignature' }
  /** `hard` is in the way; where it is empty, a reason passes the rest. */
  | { kind: 'blocked'; bounds: Bounds }
  | { kind: 'unfit'; checks: readonly Check[] }
  | { kind: 'needsWhy' };

const from: Readonly<Record<PilotEventName, readonly PilotState[]>> = {
  openBaseline: ['draft'],
  join: ['baseline', 'running'],
  decline: ['baseline', 'running'],
  leave: ['baseline', 'running', 'deciding'],
  addPerson: ['baseline', 'running'],
  removePerson: ['baseline', 'running', 'deciding'],
  start: ['baseline'],
  confirm: ['baseline', 'deciding'],
  sendBack: ['baseline', 'deciding'],
  midpoint: ['running'],
  end: ['running'],
  decideScale: ['deciding'],
  decideExtend: ['deciding'],
  decideStop: ['deciding'],
  cancel: ['draft', 'baseline'],
};

/** Those that a signature does not wait for: people come and go as they like. */
const free: ReadonlySet<PilotEventName> = new Set(['join', 'decline', 'leave', 'confirm', 'sendBack', 'cancel']);

const decided: ReadonlySet<PilotEventName> = new Set([
  ...(['decideScale', 'decideExtend', 'decideStop', 'confirm', 'sendBack'] as const),
]);
const own: ReadonlySet<PilotEventName> = new Set(['join', 'decline', 'leave']);

export function mayDo({ roster }: Pilot, name: PilotEventName, actor: PilotActor): boolean {
  if (own.has(name)) {
    const place = roster.find(({ personId }) => personId === actor.personId);
    return place !== undefined && (name === 'leave' ? isJoined(place) : isAsked(place));
  }
  if (name === 'midpoint') return actor.isSystem;
  if (name === 'end') return actor.isSystem || actor.isOwner;
  return actor.isOwner || (actor.isHrLead && decided.has(name));
}

export const isOpenFor = ({ state, signing }: Pilot, name: PilotEventName): boolean =>
  from[name].includes(state) && (name === 'confirm' || name === 'sendBack' ? signing !== undefined : true);

export const isHeldBySignature = ({ signing }: Pilot, name: PilotEventName): boolean =>
  signing !== undefined && !free.has(name);
