/** Times in an iCalendar file: local with their zone, or UTC where readers would not agree on the local time. */
import { atLocal, localOf } from '../core/local-time.ts';
import { utcStamp } from '../core/recurrence.ts';
import { plainLine } from './ics-lines.ts';
import { zoneOf } from './ics-zone.ts';

/** `;TZID=Europe/Madrid` with `20270112T110000`, for a day and `HH:mm`. */
export const localLine = (
  name: 'DTSTART' | 'DTEND' | 'RECURRENCE-ID' | 'EXDATE',
  { date, time }: { readonly date: string; readonly time: string },
  zone: string,
): string => plainLine(name, `${date}T${time}00`.replace(/[-:]/g, ''), `;TZID=${zoneOf(zone).tzid}`);

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Start and end, both with the zone; both in UTC when one of them is not plain there. */
export function timeLines(times: Times, zone: string): string[] {
  const { startsAt, endsAt } = times;
  if (!isPlain(startsAt, zone) || !isPlain(endsAt, zone)) return utcLines(times);
  return [localLine('DTSTART', localOf(startsAt, zone), zone), localLine('DTEND', localOf(endsAt, zone), zone)];
}

export const utcLines = ({ startsAt, endsAt }: Times): string[] => [
  plainLine('DTSTART', utcStamp(startsAt)),
  plainLine('DTEND', utcStamp(endsAt)),
];

/** True when every reader finds the same instant behind the local time. */
function isPlain(at: Date, zone: string): boolean {
  const { date, time } = localOf(at, zone);
  const read = atLocal(date, time, zone);
  return read.kind === 'plain' && read.at.getTime() === at.getTime();
}
