/** Series and sessions as the entries of a calendar file: each plan of a series with its own rule, dates that differ, dates that are gone. Pure. */
import type { Override, SeriesEntry, SessionEntry } from '../../core/calendar-file.ts';
import type { Loaded } from './documents.ts';
import type { Series, Session } from './model.ts';
import { datesOf, type Plan, phasesOf } from './series-dates.ts';
import { joinUrlOf } from './session-view.ts';

/** `plain`: titles and times alone, for whoever has the address of a feed. */
export type Detail = 'plain' | 'full';

export interface ForCalendar {
  readonly series: Loaded<Series>;
  /** All that the series has, past ones too. */
  readonly sessions: readonly Loaded<Session>[];
  readonly detail: Detail;
}

/** Every plan is an entry, the oldest first; one that has no session at all is none. */
export function seriesEntries({ series, sessions, detail }: ForCalendar): SeriesEntry[] {
  const { id, body } = series;
  return phasesOf(body).flatMap((phase) => {
    const schedule = heldOf(body, phase, sessions);
    if (!schedule) return [];
    return [
      {
        kind: 'series',
        ...described(`${id}-${phase.firstDate}`, body, detail),
        ...{ sequence: body.sequence, changedAt: new Date(body.updatedAt), isCancelled: false },
        schedule,
        overrides: sessions.flatMap(({ body: session }) => overrideOf(body, schedule, session)),
      },
    ];
  });
}

/** One session by itself, as it stands. */
export function sessionEntry(
  { id, body }: Loaded<Session>,
  { body: series }: Loaded<Series>,
  detail: Detail,
): SessionEntry {
  const joinUrl = joinUrlOf(body, series);
  return {
    kind: 'session',
    ...described(id, series, detail),
    ...(detail === 'full' && joinUrl !== '' ? { location: joinUrl } : {}),
    ...{ zone: series.zone, startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) },
    ...{ sequence: series.sequence + body.sequence, changedAt: lastChange(series, body) },
    isCancelled: body.state === 'cancelled',
  };
}

const described = (uid: string, { title, purpose, meeting }: Series, detail: Detail) => ({
  ...{ uid, title },
  ...(detail === 'full' ? { description: purpose, ...(meeting.joinUrl ? { location: meeting.joinUrl } : {}) } : {}),
});

/** The plan as far as it holds: of a series that pauses or has ended up to the last session that took place. */
function heldOf(series: Series, phase: Plan, sessions: readonly Loaded<Session>[]): Plan | undefined {
  if (series.state === 'active') return phase;
  const taken = sessions
    .map(({ body }) => body)
    .filter(({ state, localDate }) => state !== 'cancelled' && state !== 'scheduled' && isIn(phase, localDate));
  const lastDate = taken
    .map(({ localDate }) => localDate)
    .toSorted()
    .at(-1);
  return lastDate === undefined ? undefined : { ...phase, lastDate };
}

const isIn = ({ firstDate, lastDate = '9999' }: Plan, date: string): boolean => firstDate <= date && date <= lastDate;

/** Nothing for one that is as the rule says; a calendar knows it already. */
function overrideOf(series: Series, schedule: Plan, session: Session): Override[] {
  const { localDate } = session;
  if (!isIn(schedule, localDate) || schedule.skipDates.includes(localDate)) return [];
  const [rule] = datesOf({ ...schedule, earlier: [] }, { from: localDate, to: localDate, limit: 1 });
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
  const isCancelled = session.state === 'cancelled';
  const isSame = rule?.startsAt.getTime() === startsAt.getTime() && rule.endsAt.getTime() === endsAt.getTime();
  // A date that the rule does not have is no date of this plan.
  if (!rule || (isSame && !isCancelled)) return [];
  const sequence = series.sequence + session.sequence;
  return [{ localDate, startsAt, endsAt, sequence, changedAt: lastChange(series, session), isCancelled }];
}

const lastChange = (series: Series, session: Session): Date =>
  new Date(series.updatedAt > session.updatedAt ? series.updatedAt : session.updatedAt);
