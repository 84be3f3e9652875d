/** The single dates of an event: read to the last page, then put right one by one. */
import { z } from 'zod';
import { type Line, nothing } from './line.ts';
import { type Change, type Instance, instance, instanceFields, type Window } from './occurrences.ts';
import { later, orGone, unless } from './stopped.ts';

const page = z.object({ value: z.array(instance), '@odata.nextLink': z.string().nullish() });
/** More than a year of weekly dates on each. */
const perPage = 100;
const mostPages = 20;

export async function readInstances(line: Line, eventId: string, { from, to }: Window): Promise<Instance[]> {
  const range = `startDateTime=${from.toISOString()}&endDateTime=${to.toISOString()}`;
  let path = `/events/${encodeURIComponent(eventId)}/instances?${range}&$select=${instanceFields}&$top=${perPage}`;
  const found: Instance[] = [];
  for (let pages = 0; pages < mostPages; pages++) {
    const read = await orGone(line.ask({ method: 'GET', path, answer: page }));
    if (!read) throw later('goneMeanwhile');
    found.push(...read.value);
    if (!read['@odata.nextLink']) return found;
    path = read['@odata.nextLink'];
  }
  throw later('tooManyPages');
}

/** Moving a date past its neighbour is refused by Outlook: that one is left where it is and named, the others go on. */
export async function correct(
  line: Line,
  changes: readonly Change[],
): Promise<{ done: number; refusedDates: readonly string[] }> {
  const refusedDates: string[] = [];
  for (const each of changes) {
    const path = `/events/${encodeURIComponent(each.id)}`;
    if (each.kind === 'drop') await orGone(line.ask({ method: 'DELETE', path, answer: nothing }));
    else {
      const asked = line.ask({ method: 'PATCH', path, body: each.body, answer: changed });
      const isDone = await unless(
        asked.then(() => true),
        ({ status, code }) => status === 400 && code === crossing,
      );
      if (!isDone) refusedDates.push(each.localDate);
    }
  }
  return { done: changes.length - refusedDates.length, refusedDates };
}

const changed = z.object({ id: z.string() });
const crossing = 'ErrorOccurrenceCrossingBoundary';
