/** How two other libraries read a calendar file of ours: instants by ical.js and node-ical, and every property of every part. */
import ICAL from 'ical.js';
import second, { type VEvent } from 'node-ical';

export type Read = InstanceType<typeof ICAL.Component>;

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const spanOf = ({ startsAt, endsAt }: Span): string => `${startsAt.toISOString()}/${endsAt.toISOString()}`;

export const readCalendar = (text: string): Read => new ICAL.Component(ICAL.parse(text));

/** The first `limit` sessions of the file's series, `start/end` in UTC. */
export function sessionsRead(text: string, limit: number): string[] {
  const [master, ...others] = readCalendar(text).getAllSubcomponents('vevent');
  if (!master) return [];
  const series = new ICAL.Event(master);
  for (const other of others) series.relateException(new ICAL.Event(other));
  const dates = series.iterator();
  const read: string[] = [];
  for (let next = dates.next(); next && read.length < limit; next = dates.next()) {
    const { startDate, endDate } = series.getOccurrenceDetails(next);
    read.push(spanOf({ startsAt: startDate.toJSDate(), endsAt: endDate.toJSDate() }));
  }
  return read;
}

/** All events as node-ical reads them; it knows zones by their names, not by the file's rules. */
export const eventsOfSecond = (text: string): VEvent[] =>
  Object.values(second.sync.parseICS(text)).flatMap((part) => (part?.type === 'VEVENT' ? [part] : []));

/** The sessions of a series as node-ical reads them, from some days before the first of `ours` to its last. */
export function sessionsOfSecond(text: string, uid: string, ours: readonly Span[]): string[] {
  const series = eventsOfSecond(text).find((event) => event.uid === uid);
  const [from, to] = [ours[0]?.startsAt.getTime() ?? 0, ours.at(-1)?.startsAt.getTime() ?? 0];
  const asked = { from: new Date(from - 3 * 86_400_000), to: new Date(to + 1_000) };
  const read = series ? second.expandRecurringEvent(series, asked) : [];
  // A RECURRENCE-ID in an hour that comes twice is the second to it: it gives that date and its override, at one instant.
  return [...new Set(read.map(({ start, end }) => spanOf({ startsAt: start, endsAt: end })))].toSorted();
}

/** The names of all properties and parts, zones apart: `vevent.summary`. */
export const namesRead = (part: Read): string[] =>
  part.name === 'vtimezone'
    ? [part.name]
    : [
        ...part.getAllProperties().map(({ name }) => `${part.name}.${name}`),
        ...part.getAllSubcomponents().flatMap(namesRead),
      ];

/** The lines as they were before folding; complains of every line that is not as RFC 5545 3.1 has it. */
export function linesOf(text: string): string[] {
  const physical = text.split('\r\n');
  if (physical.pop() !== '') throw new Error('no line end at the end');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${JSON.stringify(line)}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    if (/[\u0000-\u001f\u007f]/.test(line)) throw new Error(`control character: ${JSON.stringify(line)}`);
    if (!line.isWellFormed()) throw new Error(`half a character: ${JSON.stringify(line)}`);
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}
