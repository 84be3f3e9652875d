/** One VEVENT of an iCalendar file; user text stands in three of its properties only. */
import type { CalendarEntry } from '../core/calendar-file.ts';
import { utcStamp } from '../core/recurrence.ts';
import { safeUrl } from '../core/text.ts';
import { plainLine, textLine } from './ics-lines.ts';

type Described = Pick<
  CalendarEntry,
  'uid' | 'title' | 'description' | 'location' | 'url' | 'sequence' | 'changedAt' | 'isCancelled'
>;

/** `times` are its own lines of start, end and recurrence. */
export function eventLines(event: Described, times: readonly string[]): string[] {
  const url = event.url === undefined ? undefined : safeUrl(event.url);
  return [
    plainLine('BEGIN', 'VEVENT'),
    textLine('UID', event.uid),
    plainLine('DTSTAMP', utcStamp(event.changedAt)),
    plainLine('SEQUENCE', String(event.sequence)),
    plainLine('STATUS', event.isCancelled ? 'CANCELLED' : 'CONFIRMED'),
    ...times,
    textLine('SUMMARY', event.title),
    ...(event.description === undefined ? [] : [textLine('DESCRIPTION', event.description)]),
    ...(event.location === undefined ? [] : [textLine('LOCATION', event.location)]),
    ...(url === undefined ? [] : [plainLine('URL', url)]),
    plainLine('END', 'VEVENT'),
  ];
}
