/** Who is told of what happened to a pilot: planned in the write of the event (product 6.6). */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { isAsked, isJoined } from './documents.ts';
import type { Happened } from './events.ts';
import { cleanOperation, endOperations, midpointOperations, stillOpenOperation } from './later.ts';
import type { Pilot } from './model.ts';

export const inviteNotice = 'pilotInvite';
export const stepNotice = 'pilotStep';
export const gateNotice = 'decideGate';
export const confirmNotice = 'pilotConfirm';

/** Audiences of a step: all that are in it, those that lead it, whom its audit entry names, or the person to tell. */
export const audiences = ['members', 'leads', 'one', 'contact'] as const;
export type Audience = (typeof audiences)[number];

export interface Step {
  readonly id: string;
  readonly before: Pilot;
  readonly after: Pilot;
  readonly happened: Happened;
  readonly now: Date;
  /** Of the audit entry: says who it was about. */
  readonly auditId: string;
}

/** Messages, and what comes later by itself. */
export function followUps(step: Step): WriteOperation[] {
  const { id, before, after, happened, auditId, now } = step;
  const stepTo = (audience: Audience): WriteOperation =>
    notice(now, stepNotice, audience === 'one' ? auditId : id, `${audience}/${happened}`);
  switch (happened) {
    case 'openBaseline':
    case 'addPerson':
      return askedNow(before, after).map((personId) => inviteTo(now, id, personId));
    case 'join':
    case 'decline':
    case 'leave':
    case 'removePerson':
    case 'sendBack':
      return [stepTo('one')];
    case 'sign':
      return [notice(now, confirmNotice, id, after.signing?.at ?? '')];
    case 'start':
      return [
        ...(['members', 'leads', 'contact'] as const).map(stepTo),
        ...midpointOperations(id, after),
        ...endOperations(id, after),
      ];
    case 'midpoint':
    case 'scale':
    case 'stop':
      return [stepTo('members'), stepTo('leads')];
    case 'extend':
      return [stepTo('members'), stepTo('leads'), ...endOperations(id, after)];
    case 'end':
      return [
        gateTo(now, id, 'leads'),
        stillOpenOperation({ subject: id, zone: after.zone }, after.endedAt ?? now.toISOString(), 0),
      ];
    case 'cancel':
      return [...(before.state === 'baseline' ? [stepTo('members')] : []), cleanOperation(id, now)];
  }
}

const askedNow = (before: Pilot, after: Pilot): string[] => {
  const were = new Set(before.roster.filter(isAsked).map(({ personId }) => personId));
  return after.roster.filter((place) => isAsked(place) && !were.has(place.personId)).map(({ personId }) => personId);
};

const inviteTo = (now: Date, id: string, personId: string): WriteOperation => notice(now, inviteNotice, id, personId);

/** The owner and the HR lead; after four weeks administrators as well. */
export const gateTo = (now: Date, id: string, audience: 'leads' | 'admins', occurrence?: string): WriteOperation =>
  notice(now, gateNotice, id, audience, occurrence);

/** The HR lead hears of a plan. */
export const planNotice = (now: Date, id: string): WriteOperation => notice(now, stepNotice, id, 'leads/plan');

/** Told once more, by the same kinds: how it stands after an event was taken back. */
export function undoneNotices(
  now: Date,
  { id, before, after, event }: Pick<Step, 'id' | 'before' | 'after'> & { readonly event: Happened },
): WriteOperation[] {
  switch (event) {
    case 'sign':
      return [];
    case 'sendBack':
      return [notice(now, confirmNotice, id, after.signing?.at ?? '')];
    case 'removePerson':
      return after.roster
        .filter((place) => (isAsked(place) || isJoined(place)) && !isIn(before, place.personId))
        .map(({ personId }) => notice(now, stepNotice, id, `${personId}/undone`));
    default:
      return [notice(now, stepNotice, id, 'members/undone'), notice(now, stepNotice, id, 'leads/undone')];
  }
}

const isIn = ({ roster }: Pilot, personId: string): boolean =>
  roster.some((place) => place.personId === personId && (isAsked(place) || isJoined(place)));

/** They wait for quiet hours, but no card of the day stands for them. */
function notice(now: Date, kind: string, subject: string, audience: string, occurrence?: string): WriteOperation {
  return noticeOperation(now, { kind, subject, audience, isUrgent: true, ...(occurrence ? { occurrence } : {}) });
}
