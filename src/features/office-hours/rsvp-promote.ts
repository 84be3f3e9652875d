/** The waiting list: whoever is first gets the seat that has become free, in the write that made it free, and hears of it. */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, loadSeries, loadSession, replaced, rsvpOf } from './documents.ts';
import { type Rsvp, rsvp, type Session, session } from './model.ts';
import { freeSeats, isOver } from './rsvp-rules.ts';

export const seatNotice = 'sessionSeat';
export const sessionPost = 'session';
const fillJob = 'sessionFill';
const usefulDays = 30;
/** As many as one write holds with what else it says. */
const mostAtOnce = 20;

export interface Promotion {
  /** With the seats of those who got one. */
  readonly session: Session;
  /** For the batch that replaces the session. */
  readonly operations: readonly WriteOperation[];
}

/** Whoever of the waiting list has a seat now. `after` is the session as it will be, but for them. */
export async function promotion(
  turn: Turn,
  sessionId: string,
  after: Session,
  capacity: number | undefined,
): Promise<Promotion> {
  const room = Math.min(after.waiting, freeSeats(after, capacity), mostAtOnce);
  if (room === 0) return { session: after, operations: [] };
  const first = await firstWaiting(turn.store, sessionId, room);
  const isAll = first.length < room;
  const waiting = isAll ? 0 : after.waiting - first.length;
  return {
    session: { ...after, seatsTaken: after.seatsTaken + first.length, waiting },
    operations: [
      ...first.flatMap((each) => promotedOperations(turn, sessionId, after, each)),
      ...(room === mostAtOnce ? [fillOperation(turn.now, sessionId)] : []),
    ],
  };
}

/** In the order of their numbers. */
async function firstWaiting(store: TenantStore, sessionId: string, limit: number): Promise<Loaded<Rsvp>[]> {
  const where = [
    ['sessionId', '=', sessionId],
    ['answer', '=', 'waiting'],
  ] as const;
  const orderBy = { field: 'waitingNumber', direction: 'asc' } as const;
  return (await store.find({ kind: 'rsvp', where, orderBy, limit })).items.map(rsvpOf);
}

function promotedOperations(
  turn: Turn,
  sessionId: string,
  { endsAt }: Session,
  { body, ...loaded }: Loaded<Rsvp>,
): WriteOperation[] {
  const { waitingNumber = 0, ...rest } = body;
  const seat = rsvp.parse({ ...rest, answer: 'yes', updatedAt: turn.now.toISOString() });
  const audience = body.personId;
  const told = { kind: seatNotice, subject: sessionId, audience, isUrgent: true, occurrence: String(waitingNumber) };
  const system: Turn = { ...turn, who: { ...turn.who, personId: 'system' } };
  return [
    replaced('rsvp', { ...loaded, body }, seat),
    auditOf(system, {
      ...{ entityType: 'session', entityId: sessionId, event: 'promote' },
      changes: { waitingNumber: { before: String(waitingNumber), after: '' } },
    }),
    noticeOperation(turn.now, told, new Date(endsAt)),
  ];
}

/** Fills the free seats of a session, for whoever raises its capacity. */
export async function promoteOperations(
  turn: Turn,
  loaded: Loaded<Session>,
  capacity: number | undefined,
): Promise<WriteOperation[]> {
  if (loaded.body.state !== 'scheduled' || isOver(loaded.body, turn.now)) return [];
  const { session: after, operations } = await promotion(turn, loaded.id, loaded.body, capacity);
  if (operations.length === 0) return [];
  return [
    replaced('session', loaded, session.parse(after)),
    ...operations,
    repostOperation(turn.now, sessionPost, loaded.id),
  ];
}

/** Longer than a turn: whoever was being seated by the old capacity is on the list by then. */
const afterMs = 5_000;

/** The same by a due item, for the batch that raises the capacity of a whole series. */
export function fillOperation(now: Date, sessionId: string): WriteOperation {
  const at = new Date(now.getTime() + afterMs);
  const usefulUntil = new Date(now.getTime() + usefulDays * 86_400_000);
  return dueOperation({ job: fillJob, subject: sessionId, occurrence: newId(), at, usefulUntil });
}

export const fillSeats: Job = {
  name: fillJob,
  async run(turn, { subject }) {
    const loaded = await loadSession(turn.store, subject);
    const series = loaded && (await loadSeries(turn.store, loaded.body.seriesId));
    return loaded && series ? promoteOperations(turn, loaded, series.body.capacity) : [];
  },
};
