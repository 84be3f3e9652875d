/** Local times of a zone as instants, also on the days when its clocks change (reliability 9). */
import { Temporal } from 'temporal-polyfill';

export interface LocalMoment {
  readonly at: Date;
  /** `gap`: the clocks jump over this time; `overlap`: it comes twice, and the first is meant. */
  readonly kind: 'plain' | 'gap' | 'overlap';
  /** `HH:mm` as the clocks of the zone show it: 02:30 in a gap is 03:30. */
  readonly time: string;
}

/** A day and `HH:mm` of a zone. In a gap the offset before it holds, as RFC 5545 3.3.5 has it. */
export function atLocal(date: string, time: string, zone: string): LocalMoment {
  const typed = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = typed.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = typed.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.equals(last)) return moment(first, 'plain');
  return first.toPlainDateTime().equals(typed) ? moment(first, 'overlap') : moment(last, 'gap');
}

/** What the clocks of a zone show at an instant: the day and `HH:mm`. */
export function localOf(at: Date, zone: string): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .split('T');
  return { date, time };
}

/** The last second of a day in a zone. */
export const endOfDay = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1_000);

/** The days between two, both included, on which the clocks of a zone change. */
export function clockChanges(zone: string, from: string, to: string): string[] {
  const days: string[] = [];
  let change = Temporal.PlainDate.from(from).toZonedDateTime(zone).getTimeZoneTransition('next');
  for (; change; change = change.getTimeZoneTransition('next')) {
    const day = change.toPlainDate().toString();
    if (day > to) break;
    days.push(day);
  }
  return days;
}

const moment = (zoned: Temporal.ZonedDateTime, kind: LocalMoment['kind']): LocalMoment => ({
  at: new Date(zoned.epochMilliseconds),
  kind,
  time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
});
