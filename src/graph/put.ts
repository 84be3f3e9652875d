/** Makes the mailbox say what a series says: the event first, then its single dates. What is right already is only read. */
import type { CalendarPut, CalendarRemoval, CalendarSeries } from '../core/calendar.ts';
import { derivedId, newId } from '../core/ids.ts';
import { differing, type Event, event, joinUrlOf, newEvent, type Span, type Wanted, wantedOf } from './event.ts';
import { findEvent, type Known } from './find.ts';
import { correct, readInstances } from './instances.ts';
import { duplicateCode, type Line, nothing } from './line.ts';
import { lastBegun, planOf, spanOf, windowOf } from './occurrences.ts';
import { later, orGone, refused, unless } from './stopped.ts';
import { windowsZone } from './zones.ts';

export interface Putting {
  readonly line: Line;
  readonly series: CalendarSeries;
  readonly known: Known | undefined;
  readonly now: Date;
}

export async function putEvent(putting: Putting): Promise<CalendarPut> {
  const { line, series, known, now } = putting;
  const zone = windowsZone(series.zone);
  if (zone === undefined) throw refused(0, 'unknownZone');
  const span = spanOf(series, zone);
  if (span === undefined) throw refused(0, 'noDates');
  const found = await findEvent(line, { seriesId: series.seriesId, known, zone });
  if (series.isEnded) return endEvent(putting, found, span);

  const wanted = wantedOf(series, span);
  const changes = found && differing(found, wanted);
  const there = found ?? (await create(putting, wanted));
  const right = changes ? await change(line, there.id, { body: changes, zone }) : there;
  const plan = planOf(series, await readInstances(line, right.id, windowOf(series, now)), now);
  const corrected = await correct(line, plan.changes);
  const isRepaired = found ? changes !== undefined || corrected.done > 0 : known !== undefined;
  return doneWith(right, series, { isRepaired, unshownDates: [...plan.missingDates, ...corrected.refusedDates] });
}

export async function removeEvent(line: Line, seriesId: string, known?: Known): Promise<CalendarRemoval> {
  const found = await findEvent(line, { seriesId, known });
  if (found) await deleteEvent(line, found.id);
  return { kind: 'none' };
}

interface Came {
  readonly isRepaired: boolean;
  readonly unshownDates: readonly string[];
}

function doneWith(right: Event, series: CalendarSeries, { isRepaired, unshownDates }: Came): CalendarPut {
  const joinUrl = joinUrlOf(right);
  const isNewLink = joinUrl !== undefined && series.joinUrl !== undefined && joinUrl !== series.joinUrl;
  return {
    kind: 'done',
    eventId: right.id,
    ...(joinUrl ? { joinUrl } : {}),
    repaired: isRepaired || isNewLink,
    unshownDates: unshownDates.toSorted(),
  };
}

/** Two of us at once, or the same again after a lost answer, make one event: Graph knows the number of the transaction. */
async function create({ line, series, known }: Putting, wanted: Wanted): Promise<Event> {
  const zone = wanted.when.start.timeZone;
  const make = (transactionId: string) =>
    line.ask({ method: 'POST', path: '/events', zone, body: newEvent(series, wanted, transactionId), answer: event });
  const number = derivedId(series.seriesId, known?.eventId ?? '');
  const made = await unless(make(number), ({ code }) => code === duplicateCode);
  if (made) return made;
  // The other one's is found; one that was deleted since is not, and needs another number.
  return (await findEvent(line, { seriesId: series.seriesId, known: undefined, zone })) ?? make(newId());
}

async function change(line: Line, eventId: string, { body, zone }: { body: object; zone: string }): Promise<Event> {
  const path = `/events/${encodeURIComponent(eventId)}`;
  const changed = await orGone(line.ask({ method: 'PATCH', path, zone, body, answer: event }));
  if (!changed) throw later('goneMeanwhile');
  return changed;
}

/** What has begun stays, with its link. */
async function endEvent({ line, series, now }: Putting, found: Event | undefined, span: Span): Promise<CalendarPut> {
  if (!found) return { kind: 'none' };
  const last = lastBegun(series, now);
  if (last === undefined) {
    await deleteEvent(line, found.id);
    return { kind: 'none' };
  }
  const { type, endDate } = found.recurrence?.range ?? {};
  if (type === 'endDate' && endDate && endDate <= last)
    return doneWith(found, series, { isRepaired: false, unshownDates: [] });
  const { when } = wantedOf(series, { zone: span.zone, first: span.first, lastDate: last });
  const ended = await change(line, found.id, { body: when, zone: span.zone });
  return doneWith(ended, series, { isRepaired: true, unshownDates: [] });
}

const deleteEvent = (line: Line, eventId: string): Promise<unknown> =>
  orGone(line.ask({ method: 'DELETE', path: `/events/${encodeURIComponent(eventId)}`, answer: nothing }));
