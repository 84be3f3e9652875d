/** What a feed holds: titles and times of sessions, without names and questions (reliability E4). */
import type { CalendarEntry } from '../../core/calendar-file.ts';
import { findAll, type StoredDocument } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadSeries, loadSession, rsvpOf, sessionOf } from './documents.ts';
import type { Feed } from './feeds.ts';
import type { Series, Session } from './model.ts';

/** Days back that stay in a calendar. */
const keptDays = 60;
const dayMs = 86_400_000;

export type FeedDesk = Pick<Desk, 'communities' | 'writeCalendar'>;

/** Undefined when its community is gone, or not theirs any more. */
export async function feedFile(desk: FeedDesk, turn: Turn, { communityId }: Feed): Promise<string | undefined> {
  const community = communityId ? await desk.communities.one(turn, communityId) : undefined;
  if (communityId && !community?.isMember) return undefined;
  const sessions = communityId ? await sessionsWhere(turn, 'communityId', communityId) : await ofPerson(turn);
  const known = new Map<string, Series | undefined>();
  for (const { body } of sessions)
    if (!known.has(body.seriesId)) known.set(body.seriesId, (await loadSeries(turn.store, body.seriesId))?.body);
  const entries = sessions.flatMap((session) => entryOf(session, known.get(session.body.seriesId)));
  return desk.writeCalendar({ name: community?.name ?? turn.words('hours.feedName'), entries });
}

const since = ({ now }: Turn): string => new Date(now.getTime() - keptDays * dayMs).toISOString();

async function sessionsWhere(turn: Turn, field: 'communityId' | 'hostId', id: string): Promise<Loaded<Session>[]> {
  const found: StoredDocument[] = [];
  const where = [
    [field, '=', id],
    ['startsAt', '>=', since(turn)],
  ] as const;
  const orderBy = { field: 'startsAt', direction: 'asc' } as const;
  for await (const each of findAll(turn.store, { kind: 'session', where, orderBy })) found.push(each);
  return found.map(sessionOf);
}

/** Those that they host, come to, might come to or wait for. */
async function ofPerson(turn: Turn): Promise<Loaded<Session>[]> {
  const sessions = await sessionsWhere(turn, 'hostId', turn.who.personId);
  const hosted = new Set(sessions.map(({ id }) => id));
  const where = [
    ['personId', '=', turn.who.personId],
    ['answer', 'in', ['yes', 'maybe', 'waiting']],
  ] as const;
  for await (const each of findAll(turn.store, { kind: 'rsvp', where })) {
    const session = await loadSession(turn.store, rsvpOf(each).body.sessionId);
    if (session && !hosted.has(session.id) && session.body.startsAt >= since(turn)) sessions.push(session);
  }
  return sessions.toSorted((a, b) => (a.body.startsAt < b.body.startsAt ? -1 : 1));
}

function entryOf({ id, body }: Loaded<Session>, series: Series | undefined): CalendarEntry[] {
  if (!series) return [];
  const { startsAt, endsAt, sequence, updatedAt, state } = body;
  return [
    {
      ...{ kind: 'session', uid: id, title: series.title, zone: series.zone, sequence },
      ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt), changedAt: new Date(updatedAt) },
      isCancelled: state === 'cancelled',
    },
  ];
}
