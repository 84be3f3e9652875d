/** The sessions that a series should have ahead, held against those it has: what is made, moved, brought back or cancelled. Pure. */
import { localOf } from '../../core/local-time.ts';
import type { Occurrence } from '../../core/recurrence.ts';
import { addDays } from '../../core/time.ts';
import { type Loaded, sessionId } from './documents.ts';
import type { Series, Session } from './model.ts';
import { datesAhead, datesOf } from './series-dates.ts';
import { isAhead } from './session-rules.ts';

/** A session that is there, and as it will be. */
export interface Changed<Kind> {
  readonly kind: Kind;
  readonly loaded: Loaded<Session>;
  readonly session: Session;
}
export type SessionChange =
  | { readonly kind: 'made'; readonly id: string; readonly session: Session }
  | Changed<'moved'>
  | Changed<'back'>
  | Changed<'cancelled'>
  | Changed<'rehosted'>
  /** It stands as it did; what is done before it is done at other times. */
  | Changed<'replanned'>;

export interface Reconciling {
  readonly seriesId: string;
  /** The same as `after` where only time went on, or the rules of a zone changed. */
  readonly before: Series;
  readonly after: Series;
  /** All that lie ahead, by the rule or by their own time. */
  readonly sessions: readonly Loaded<Session>[];
  /** Who acts. */
  readonly by: string;
  readonly now: Date;
  /** Said of what is cancelled; may be empty. */
  readonly reason: string;
}

const horizonDays = 56;
const mostDates = 100;

/** The next eight weeks, and the next session however far away; the soonest first. */
export function reconciled(all: Reconciling): SessionChange[] {
  const wanted = new Map(wantedDates(all).map((date) => [date.localDate, date]));
  const known = new Set(all.sessions.map(({ body }) => body.localDate));
  const changes = [
    ...all.sessions.flatMap((loaded) => changeOf(all, loaded, wanted.get(loaded.body.localDate)) ?? []),
    ...[...wanted.values()]
      .filter(({ localDate, startsAt }) => startsAt > all.now && !known.has(localDate))
      .map((date) => made(all, date)),
  ];
  return changes.toSorted((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1));
}

function wantedDates({ after, sessions, now }: Reconciling): Occurrence[] {
  if (after.state !== 'active') return [];
  const today = localOf(now, after.zone).date;
  const known = sessions.map(({ body }) => body.localDate);
  const [from = today] = [...known, today].toSorted();
  const to = [...known, addDays(today, horizonDays)].toSorted().at(-1) ?? today;
  const dates = datesOf(after, { from, to, limit: mostDates });
  return dates.some(({ startsAt }) => startsAt > now) ? dates : [...dates, ...datesAhead(after, now, 1)];
}

function changeOf(all: Reconciling, loaded: Loaded<Session>, date: Occurrence | undefined): SessionChange | undefined {
  const { body } = loaded;
  if (body.state === 'cancelled')
    return body.isGoneWithSeries && date && date.startsAt > all.now ? back(all, loaded, date) : undefined;
  if (!isAhead(body, all.now)) return undefined;
  if (!date) return cancelled(all, loaded);
  const session = rehosted(all, onTime(all, body, date));
  if (session === body) return replanned(all, loaded);
  return { kind: session.sequence === body.sequence ? 'rehosted' : 'moved', loaded, session: stamped(all, session) };
}

/** Its agenda opens, or people are reminded, at another time before it. */
function replanned(all: Reconciling, loaded: Loaded<Session>): SessionChange | undefined {
  const [before, after] = [all.before, all.after].map(({ agendaOpensHours, reminders }) =>
    JSON.stringify([agendaOpensHours, reminders]),
  );
  if (before === after) return undefined;
  // What was planned for it is void under another number.
  const session = { ...loaded.body, sequence: loaded.body.sequence + 1 };
  return { kind: 'replanned', loaded, session: stamped(all, session) };
}

/** The same session where it stands as the rule has it, or was moved by hand while the rule stayed. */
function onTime({ before, after }: Reconciling, session: Session, date: Occurrence): Session {
  const { movedFrom, ...rest } = session;
  const [startsAt, endsAt] = [date.startsAt.toISOString(), date.endsAt.toISOString()];
  const sequence = session.sequence + 1;
  if (movedFrom === undefined)
    return session.startsAt === startsAt && session.endsAt === endsAt
      ? session
      : { ...rest, startsAt, endsAt, sequence };
  if (movedFrom === startsAt) return session;
  if (before !== after) return { ...rest, startsAt, endsAt, sequence };
  // The zone has other rules now: what a host chose by its clocks goes with them.
  const shift = Date.parse(startsAt) - Date.parse(movedFrom);
  return {
    ...{ ...rest, movedFrom: startsAt, sequence },
    ...{ startsAt: shifted(session.startsAt, shift), endsAt: shifted(session.endsAt, shift) },
  };
}

const shifted = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Who runs the series runs its sessions, unless a host gave one to somebody else. */
function rehosted({ before, after }: Reconciling, session: Session): Session {
  const wasOfSeries = before.hostIds.includes(session.hostId);
  const isOfSeries = after.hostIds.includes(session.hostId);
  const [hostId = session.hostId] = after.hostIds;
  return wasOfSeries && !isOfSeries ? { ...session, hostId } : session;
}

function back(all: Reconciling, loaded: Loaded<Session>, date: Occurrence): SessionChange {
  const { cancelReason: _, isGoneWithSeries: __, movedFrom: ___, ...rest } = loaded.body;
  const [hostId = rest.hostId] = all.after.hostIds;
  const times = { startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString() };
  const session = { ...rest, ...times, hostId, state: 'scheduled' as const, sequence: rest.sequence + 1 };
  return { kind: 'back', loaded, session: stamped(all, session) };
}

function cancelled(all: Reconciling, loaded: Loaded<Session>): SessionChange {
  const said = all.reason === '' ? {} : { cancelReason: all.reason };
  const gone = { ...said, state: 'cancelled', isGoneWithSeries: true } as const;
  const session = { ...loaded.body, ...gone, sequence: loaded.body.sequence + 1 };
  return { kind: 'cancelled', loaded, session: stamped(all, session) };
}

const stamped = ({ by, now }: Reconciling, session: Session): Session => ({
  ...session,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

function made({ seriesId, after, by, now }: Reconciling, { localDate, startsAt, endsAt }: Occurrence): SessionChange {
  const at = now.toISOString();
  const session: Session = {
    ...{ seriesId, communityId: after.communityId, localDate, hostId: after.hostIds[0] ?? by },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), sequence: 0, state: 'scheduled' },
    ...{ topicIds: [], outcomeIds: [], seatsTaken: 0, waiting: 0, lastNumber: 0, helped: { yes: 0, no: 0 } },
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
  };
  return { kind: 'made', id: sessionId(seriesId, localDate), session };
}
