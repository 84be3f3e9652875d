/** A series in the calendar of one mailbox: put there after every change and each week, by a job; no turn waits for it (F24). */
import type { CalendarOverride, CalendarPort, CalendarSeries } from '../../core/calendar.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, loadSeries, replaced } from './documents.ts';
import { type Series, type Session, series as schema } from './model.ts';
import { sessionPost } from './rsvp-promote.ts';
import { datesOf } from './series-dates.ts';
import { sessionsAround } from './session-documents.ts';
import { isAhead } from './session-rules.ts';

const calendarJob = 'calendarSync';
const usefulDays = 30;

interface Desk {
  readonly calendar?: CalendarPort | undefined;
}

/** To be written with every change of a series or a session; nothing where no mailbox holds it. */
export function syncOperations({ calendar }: Desk, now: Date, id: string, series: Series): WriteOperation[] {
  const { kind, eventId } = series.meeting;
  const isThere = kind === 'calendarMailbox' || eventId !== undefined;
  return calendar && isThere ? [syncOperation(now, id, now)] : [];
}

const syncOperation = (now: Date, subject: string, at: Date): WriteOperation =>
  dueOperation({
    ...{ job: calendarJob, subject, occurrence: newId(), at },
    usefulUntil: new Date(now.getTime() + usefulDays * 86_400_000),
  });

/** Also there when the mailbox is not any more: what was planned before ends. */
export const calendarSync = ({ calendar }: Desk): Job => ({
  name: calendarJob,
  run: async (turn, { subject }) => (calendar ? synced(calendar, turn, subject) : []),
});

async function synced(calendar: CalendarPort, turn: Turn, id: string): Promise<WriteOperation[]> {
  const loaded = await loadSeries(turn.store, id);
  if (!loaded || loaded.body.state === 'draft') return [];
  const { kind, eventId } = loaded.body.meeting;
  const known = eventId === undefined ? undefined : { eventId };
  const sessions = await sessionsAround(turn.store, id, loaded.body, turn.now);
  const done =
    kind === 'calendarMailbox'
      ? await calendar.put(inCalendar(loaded, sessions), known)
      : await calendar.remove(id, known);
  switch (done.kind) {
    case 'later':
      return [syncOperation(turn.now, id, new Date(turn.now.getTime() + done.waitMs))];
    case 'refused':
      // Somebody has to give the mailbox free; the log says so, and each week it is tried again.
      return [];
    case 'none':
      return kept(turn, loaded, sessions, {});
    case 'done':
      return kept(turn, loaded, sessions, done);
  }
}

/** What the calendar made of it; whoever has the card of a session gets the new link. */
function kept(
  turn: Turn,
  loaded: Loaded<Series>,
  sessions: readonly Loaded<Session>[],
  {
    eventId,
    joinUrl = loaded.body.meeting.joinUrl,
  }: { readonly eventId?: string; readonly joinUrl?: string | undefined },
): WriteOperation[] {
  const { meeting, sequence } = loaded.body;
  if (meeting.eventId === eventId && meeting.joinUrl === joinUrl) return [];
  const isNewLink = meeting.joinUrl !== joinUrl;
  const after = {
    ...loaded.body,
    meeting: { kind: meeting.kind, ...(joinUrl ? { joinUrl } : {}), ...(eventId ? { eventId } : {}) },
    ...{ sequence: sequence + (isNewLink ? 1 : 0), updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId },
  };
  const ahead = sessions.filter(({ body }) => isNewLink && isAhead(body, turn.now));
  return [
    replaced('series', loaded, schema.parse(after)),
    auditOf(turn, { entityType: 'series', entityId: loaded.id, event: 'calendar' }),
    ...ahead.map(({ id }) => repostOperation(turn.now, sessionPost, id)),
  ];
}

/** The plan of now: what held before has been. A series that pauses has nothing ahead. */
export function inCalendar({ id, body }: Loaded<Series>, sessions: readonly Loaded<Session>[]): CalendarSeries {
  const { rule, startsAt, durationMinutes, zone, firstDate, lastDate, count, skipDates } = body;
  return {
    ...{ seriesId: id, title: body.title, description: body.purpose, joinUrl: body.meeting.joinUrl },
    ...{ rule, startsAt, durationMinutes, zone, firstDate, lastDate, count, skipDates },
    overrides: sessions.flatMap(({ body: session }) => overrideOf(body, session)),
    isEnded: body.state !== 'active',
  };
}

function overrideOf(series: Series, session: Session): CalendarOverride[] {
  const { localDate, state } = session;
  const [date] = datesOf({ ...series, earlier: [] }, { from: localDate, to: localDate, limit: 1 });
  const isCancelled = state === 'cancelled';
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
  if (!date || (!isCancelled && date.startsAt.getTime() === startsAt.getTime())) return [];
  return [{ localDate, startsAt, endsAt, isCancelled }];
}
