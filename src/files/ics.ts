/** Our iCalendar writer (RFC 5545; reliability 10): sessions and series as one `.ics` text. */
import type { CalendarEntry, WriteCalendar } from '../core/calendar-file.ts';
import { eventLines } from './ics-event.ts';
import { plainLine, textLine } from './ics-lines.ts';
import { seriesLines } from './ics-series.ts';
import { timeLines } from './ics-times.ts';
import { zoneOf } from './ics-zone.ts';

/** The file's text. No METHOD: it is a calendar to read, not an invitation, and an invitation needs an organiser. */
export const writeCalendar: WriteCalendar = ({ name, entries }) => {
  const zones = new Map(entries.map(zoneNameOf).map((zone) => [zoneOf(zone).tzid, zoneOf(zone).lines]));
  const lines = [
    plainLine('BEGIN', 'VCALENDAR'),
    plainLine('VERSION', '2.0'),
    plainLine('PRODID', '-//Fieldbook//Fieldbook//EN'),
    plainLine('CALSCALE', 'GREGORIAN'),
    // The standard's name and the one that most calendars read.
    textLine('NAME', name),
    textLine('X-WR-CALNAME', name),
    ...[...zones.values()].flat(),
    ...entries.flatMap(entryLines),
    plainLine('END', 'VCALENDAR'),
  ];
  return `${lines.join('\r\n')}\r\n`;
};

const zoneNameOf = (entry: CalendarEntry): string => (entry.kind === 'series' ? entry.schedule.zone : entry.zone);

const entryLines = (entry: CalendarEntry): string[] =>
  entry.kind === 'series' ? seriesLines(entry) : eventLines(entry, timeLines(entry, entry.zone));
