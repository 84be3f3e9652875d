/** Who gets a seat (product 6.8): from the session, one's answer of before and the answer of now to both after it. Pure. */
import type { Rsvp, Session } from './model.ts';

export type Asked = 'yes' | 'maybe' | 'no';

export interface Deciding {
  readonly sessionId: string;
  readonly session: Session;
  readonly personId: string;
  readonly own: Rsvp | undefined;
  readonly asked: Asked;
  /** Missing: there is no limit. */
  readonly capacity: number | undefined;
  readonly now: Date;
}

export type RsvpOutcome =
  | { kind: 'past' }
  | { kind: 'cancelled' }
  /** It is so already. */
  | { kind: 'same'; rsvp: Rsvp }
  /** The session still counts as waiting whom the change makes room for. */
  | { kind: 'changed'; rsvp: Rsvp; session: Session };

const over: ReadonlySet<Session['state']> = new Set(['awaitingNotes', 'recapped', 'closedWithoutNotes']);

/** Nobody can come to it any more. */
export const isOver = ({ state, endsAt }: Session, now: Date): boolean =>
  over.has(state) || endsAt <= now.toISOString();

export function decide(deciding: Deciding): RsvpOutcome {
  const { session, own, asked, now } = deciding;
  if (session.state === 'cancelled') return { kind: 'cancelled' };
  if (isOver(session, now)) return { kind: 'past' };
  if (own && (own.answer === asked || (own.answer === 'waiting' && asked === 'yes')))
    return { kind: 'same', rsvp: own };
  const left = without(session, own?.answer);
  return asked === 'yes' ? seated(deciding, left) : { kind: 'changed', rsvp: rsvpOf(deciding, asked), session: left };
}

/** Whoever waits comes first: a seat is free only beyond what they will get. */
function seated(deciding: Deciding, session: Session): RsvpOutcome {
  if (session.waiting < freeSeats(session, deciding.capacity)) {
    const seatsTaken = session.seatsTaken + 1;
    return { kind: 'changed', rsvp: rsvpOf(deciding, 'yes'), session: { ...session, seatsTaken } };
  }
  const lastNumber = session.lastNumber + 1;
  const rsvp = { ...rsvpOf(deciding, 'waiting'), waitingNumber: lastNumber };
  return { kind: 'changed', rsvp, session: { ...session, waiting: session.waiting + 1, lastNumber } };
}

export const freeSeats = ({ seatsTaken }: Session, capacity: number | undefined): number =>
  capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, capacity - seatsTaken);

/** The session without the seat or the place in the line that this answer held. */
export function without(session: Session, answer: Rsvp['answer'] | undefined): Session {
  if (answer === 'yes') return { ...session, seatsTaken: Math.max(0, session.seatsTaken - 1) };
  return answer === 'waiting' ? { ...session, waiting: Math.max(0, session.waiting - 1) } : session;
}

function rsvpOf({ sessionId, personId, own, now }: Deciding, answer: Rsvp['answer']): Rsvp {
  const at = now.toISOString();
  const { reminder = 'default', createdAt = at } = own ?? {};
  return { sessionId, personId, answer, reminder, createdAt, updatedAt: at };
}
