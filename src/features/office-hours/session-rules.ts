/** What a host and the clock may do to a session (product 6.8): from its state, the event and who acts to its next state, or why not. Pure. */
import type { Actor } from './access.ts';
import type { Session } from './model.ts';

export type SessionEvent =
  | { readonly name: 'begin' | 'finish' }
  | { readonly name: 'move'; readonly startsAt: string; readonly endsAt: string }
  | { readonly name: 'cancel'; readonly reason: string }
  | { readonly name: 'rehost'; readonly hostId: string };
export type SessionEventName = SessionEvent['name'];

export type SessionOutcome =
  | { kind: 'changed'; session: Session }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  | { kind: 'past' }
  | { kind: 'cancelled' }
  /** It stands so already, or is not in a state for this. */
  | { kind: 'outdated' };

export interface DecidingSession {
  readonly session: Session;
  readonly event: SessionEvent;
  readonly actor: Actor;
  readonly now: Date;
}

const byClock: ReadonlySet<SessionEventName> = new Set(['begin', 'finish']);
const byAdmin: ReadonlySet<SessionEventName> = new Set(['rehost']);

export function decideSession({ session, event, actor, now }: DecidingSession): SessionOutcome {
  if (!actor.sees) return { kind: 'hidden' };
  if (!mayDo(event.name, actor)) return { kind: 'forbidden' };
  if (session.state === 'cancelled') return { kind: 'cancelled' };
  const refusal = byClock.has(event.name) ? undefined : aheadRefusal(session, now);
  if (refusal) return refusal;
  const next = changed(session, event);
  if (!next) return { kind: 'outdated' };
  return { kind: 'changed', session: { ...next, updatedAt: now.toISOString(), updatedBy: actor.personId } };
}

export const mayDo = (name: SessionEventName, { isHost, isAdmin, isSystem }: Omit<Actor, 'personId'>): boolean =>
  byClock.has(name) ? isSystem : isHost || (isAdmin && byAdmin.has(name));

/** A session that has begun is not moved, cancelled or given to somebody else. */
const aheadRefusal = (session: Session, now: Date): SessionOutcome | undefined =>
  isAhead(session, now) ? undefined : { kind: 'past' };

export const isAhead = ({ state, startsAt }: Session, now: Date): boolean =>
  state === 'scheduled' && Date.parse(startsAt) > now.getTime();

/** Undefined where nothing would change. */
function changed(session: Session, event: SessionEvent): Session | undefined {
  switch (event.name) {
    case 'begin':
      return session.state === 'scheduled' ? { ...session, state: 'live' } : undefined;
    case 'finish':
      return session.state === 'scheduled' || session.state === 'live'
        ? { ...session, state: 'awaitingNotes' }
        : undefined;
    case 'move':
      return session.startsAt === event.startsAt && session.endsAt === event.endsAt
        ? undefined
        : movedTo(session, event);
    case 'cancel':
      return {
        ...session,
        ...{ state: 'cancelled', cancelReason: event.reason, sequence: session.sequence + 1 },
      };
    case 'rehost':
      return session.hostId === event.hostId ? undefined : { ...session, hostId: event.hostId };
  }
}

/** Where it stood by the rule is kept, until it stands there again. */
function movedTo(session: Session, { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): Session {
  const { movedFrom = session.startsAt, ...rest } = session;
  const next = { ...rest, startsAt, endsAt, sequence: session.sequence + 1 };
  return movedFrom === startsAt ? next : { ...next, movedFrom };
}
