/** What may happen to a series (product 6.7): from its state, the event and who acts to its next state, or why not. Pure. */
import { removedId } from '../../core/erasure.ts';
import type { Actor } from './access.ts';
import type { Series } from './model.ts';
import { datesAhead, datesOf, type Plan } from './series-dates.ts';

/** What a host plans, and may plan anew from a date on. */
export type Wish = Omit<Plan, 'skipDates'> &
  Pick<
    Series,
    'title' | 'purpose' | 'hostIds' | 'meeting' | 'agendaOpensHours' | 'reminders' | 'capacity' | 'communityId'
  >;

export type SeriesEvent =
  | { readonly name: 'activate' | 'pause' | 'resume' | 'end' }
  /** From the first date of the wish on. */
  | { readonly name: 'change'; readonly wish: Wish }
  | { readonly name: 'skip'; readonly date: string };
export type SeriesEventName = SeriesEvent['name'];

export type SeriesOutcome =
  | { kind: 'changed'; series: Series }
  /** Answers like what does not exist. */
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  /** The series is not in a state for this any more. */
  | { kind: 'outdated' }
  /** It has no such date ahead. */
  | { kind: 'noDate' };

export interface DecidingSeries {
  readonly series: Series;
  readonly event: SeriesEvent;
  readonly actor: Actor;
  readonly now: Date;
}

const from: Readonly<Record<SeriesEventName, readonly Series['state'][]>> = {
  activate: ['draft'],
  change: ['active'],
  skip: ['active'],
  pause: ['active'],
  resume: ['paused'],
  end: ['active', 'paused'],
};
const byAdmin: ReadonlySet<SeriesEventName> = new Set(['end']);
const states = { activate: 'active', pause: 'paused', end: 'ended' } as const;

export function decideSeries({ series, event, actor, now }: DecidingSeries): SeriesOutcome {
  if (!actor.sees) return { kind: 'hidden' };
  if (!mayDo(event.name, actor)) return { kind: 'forbidden' };
  if (!from[event.name].includes(series.state)) return { kind: 'outdated' };
  const stamp = { updatedAt: now.toISOString(), updatedBy: actor.personId, sequence: series.sequence + 1 };
  switch (event.name) {
    case 'change':
      return { kind: 'changed', series: { ...changedFrom(series, event.wish), ...stamp } };
    case 'skip':
      return isAhead(series, event.date, now)
        ? { kind: 'changed', series: { ...series, skipDates: withDate(series.skipDates, event.date), ...stamp } }
        : { kind: 'noDate' };
    case 'resume':
      return { kind: 'changed', series: { ...series, hostIds: hostsAgain(series, actor), state: 'active', ...stamp } };
    default:
      return { kind: 'changed', series: { ...series, state: states[event.name], ...stamp } };
  }
}

/** Whoever resumes a series that nobody hosts any more hosts it. */
const hostsAgain = ({ hostIds }: Series, { personId }: Actor): string[] =>
  hostIds.every((id) => id === removedId) ? [personId] : hostIds;

export const mayDo = (name: SeriesEventName, { isHost, isAdmin }: Pick<Actor, 'isHost' | 'isAdmin'>): boolean =>
  isHost || (isAdmin && byAdmin.has(name));

/** May be done to it now. */
export const isOpenFor = ({ state }: Series, name: SeriesEventName): boolean => from[name].includes(state);

/** A series that nobody has activated yet. */
export const planned = (wish: Wish, by: string, now: Date): Series => ({
  ...wish,
  ...{ state: 'draft', skipDates: [], earlier: [], sequence: 0 },
  ...{ createdAt: now.toISOString(), createdBy: by, updatedAt: now.toISOString(), updatedBy: by },
});

const mostEarlier = 20;
const mostSkipped = 200;

/** What held until then stays on record with its last date; past sessions keep to it. */
function changedFrom(series: Series, wish: Wish): Series {
  const { rule, startsAt, durationMinutes, zone, firstDate, skipDates } = series;
  const { lastDate: _, count: __, capacity: ___, ...kept } = series;
  const lastDate = lastBefore(series, wish.firstDate);
  const earlier = series.earlier.filter((phase) => phase.firstDate < wish.firstDate);
  const phase = lastDate ? [{ rule, startsAt, durationMinutes, zone, firstDate, lastDate }] : [];
  // What the calendar of a mailbox has of it is found again by its id, also to be taken out.
  const { eventId } = series.meeting;
  const meeting = { ...wish.meeting, ...(eventId ? { eventId } : {}) };
  return { ...kept, ...wish, meeting, skipDates, earlier: [...earlier, ...phase].slice(-mostEarlier) };
}

const longestRun = 1_200;

/** The last date by the current plan before a day; nothing when it has none. */
function lastBefore(series: Series, day: string): string | undefined {
  // Skipped dates are dates of the rule: a calendar leaves them out by their names.
  const whole = { ...series, earlier: [], skipDates: [] };
  return datesOf(whole, { to: day, limit: longestRun }).findLast(({ localDate }) => localDate < day)?.localDate;
}

/** As far as a host plans. */
const mostAhead = 104;

/** What was sent may be no date at all. */
const isAhead = (series: Series, date: string, now: Date): boolean =>
  datesAhead(series, now, mostAhead).some(({ localDate }) => localDate === date);

const withDate = (dates: readonly string[], date: string): string[] => [...dates, date].toSorted().slice(-mostSkipped);

/** Whether any session lies ahead. */
export const hasDates = (series: Series, now: Date): boolean => datesAhead(series, now, 1).length > 0;
