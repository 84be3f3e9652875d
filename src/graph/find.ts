/** The event of a series: by its id, else by the mark that it carries, so that a lost id never makes a second one. */
import { z } from 'zod';
import { type Event, event, eventFields, seriesProperty } from './event.ts';
import type { Line } from './line.ts';
import { type Stopped, unless } from './stopped.ts';

export interface Known {
  readonly eventId: string;
}

export interface Asked {
  readonly seriesId: string;
  readonly known: Known | undefined;
  /** Of the times in the answer. */
  readonly zone?: string;
}

export async function findEvent(line: Line, { seriesId, known, zone = 'UTC' }: Asked): Promise<Event | undefined> {
  const byId =
    known &&
    (await unless(line.ask({ method: 'GET', path: pathOf(known.eventId), zone, answer: event }), isOfNothingHere));
  if (byId && !byId.isCancelled) return byId;
  const { value } = await line.ask({ method: 'GET', path: searchFor(seriesId), zone, answer: events });
  return value.find(({ isCancelled }) => !isCancelled);
}

/** Deleted, or of the mailbox that was configured before. */
const isOfNothingHere = ({ status, code }: Stopped): boolean =>
  status === 404 || code === 'ErrorInvalidMailboxItemId' || code === 'ErrorInvalidIdMalformed';

const events = z.object({ value: z.array(event) });

const pathOf = (eventId: string): string => `/events/${encodeURIComponent(eventId)}?$select=${eventFields}`;

function searchFor(seriesId: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(seriesProperty)} and ep/value eq ${quoted(seriesId)})`;
  return `/events?$filter=${encodeURIComponent(filter)}&$select=${eventFields}&$top=5`;
}
