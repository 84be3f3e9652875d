/** Series whose dates lie on and around clock changes; what they give must not hang on the zone of the process. */
import type { CalendarFile, SeriesEntry } from '../../src/core/calendar-file.ts';
import { type Occurrence, occurrencesOf, type RecurrenceRule, type Schedule } from '../../src/core/recurrence.ts';
import { writeCalendar } from '../../src/files/ics.ts';

export interface Row {
  readonly name: string;
  readonly schedule: Schedule;
}

const weekly = (weekday: number): RecurrenceRule => ({ every: 'week', weekday });
const fortnightly = (weekday: number): RecurrenceRule => ({ every: 'twoWeeks', weekday });
const monthly = (ordinal: number, weekday: number): RecurrenceRule => ({ every: 'monthByWeekday', ordinal, weekday });
const onDay = (dayOfMonth: number): RecurrenceRule => ({ every: 'monthByDate', dayOfMonth });
const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [1, 2, 3, 4, 5, 6, 7];

/** `zone firstDate HH:mm minutes` */
function row(name: string, rule: RecurrenceRule, said: string, more: Partial<Schedule> = {}): Row {
  const [zone = '', firstDate = '', startsAt = '', minutes = '45'] = said.split(' ');
  return {
    name,
    schedule: { rule, zone, firstDate, startsAt, durationMinutes: Number(minutes), skipDates: [], ...more },
  };
}

export const rows: readonly Row[] = [
  row('Madrid, over spring', weekly(thursday), 'Europe/Madrid 2027-03-11 10:00'),
  row('Madrid, over autumn', weekly(monday), 'Europe/Madrid 2027-10-18 17:30 60'),
  row('Madrid, in the gap', weekly(sunday), 'Europe/Madrid 2027-03-14 02:30 60'),
  row('Madrid, first date in the gap', weekly(sunday), 'Europe/Madrid 2027-03-28 02:30 60'),
  row('Madrid, ends in the gap', weekly(sunday), 'Europe/Madrid 2027-03-14 01:30'),
  row('Madrid, runs over the gap', weekly(sunday), 'Europe/Madrid 2027-03-28 01:30 120'),
  row('Madrid, last Friday', monthly(-1, friday), 'Europe/Madrid 2027-01-01 12:00'),
  row('Madrid, last Sunday, the days of change', monthly(-1, sunday), 'Europe/Madrid 2026-11-23 02:15 30'),
  row('Warsaw, 2027-03-28 alone', weekly(sunday), 'Europe/Warsaw 2027-03-28 02:30 60', { count: 1 }),
  row('Warsaw, 2027-10-31 alone', weekly(sunday), 'Europe/Warsaw 2027-10-31 02:30 60', { count: 1 }),
  row('Warsaw, from one to the other', weekly(sunday), 'Europe/Warsaw 2027-03-28 02:30 30', { lastDate: '2027-10-31' }),
  row('Warsaw, every second week in the gap', fortnightly(sunday), 'Europe/Warsaw 2027-03-28 02:00 15'),
  row('Warsaw, day 28', onDay(28), 'Europe/Warsaw 2027-02-01 02:30 60'),
  row('London, first Wednesday', monthly(1, wednesday), 'Europe/London 2027-01-01 15:00 60'),
  row('London, in the gap', weekly(sunday), 'Europe/London 2027-03-07 01:30 30'),
  row('London, ends twice', weekly(sunday), 'Europe/London 2027-10-17 00:30'),
  row('London, over midnight into the change', weekly(saturday), 'Europe/London 2027-10-16 23:30 120'),
  row('New York, every second Tuesday', fortnightly(tuesday), 'America/New_York 2027-03-02 11:00'),
  row('New York, weeks between, spring', weekly(tuesday), 'America/New_York 2027-03-09 11:00', { count: 4 }),
  row('New York, weeks between, autumn', weekly(tuesday), 'America/New_York 2027-10-26 11:00', { count: 4 }),
  row('New York, in the gap', weekly(sunday), 'America/New_York 2027-03-07 02:00 90'),
  row('New York, comes twice', weekly(sunday), 'America/New_York 2027-10-31 01:00 60'),
  row('New York, first date comes twice', fortnightly(sunday), 'America/New_York 2027-11-07 01:30 60', { count: 30 }),
  row('New York, second Sunday of the month', monthly(2, sunday), 'America/New_York 2027-01-01 02:59 15'),
  row('Lord Howe, half an hour, in the gap', weekly(sunday), 'Australia/Lord_Howe 2027-09-19 02:15 30'),
  row('Lord Howe, comes twice', weekly(sunday), 'Australia/Lord_Howe 2027-03-28 01:45 15'),
  row('Lord Howe, by day', weekly(friday), 'Australia/Lord_Howe 2027-03-26 14:00 60'),
  row('Sydney, over autumn', weekly(monday), 'Australia/Sydney 2027-03-29 09:00'),
  row('Auckland, in the gap', weekly(sunday), 'Pacific/Auckland 2027-09-12 02:30 60'),
  row('Chatham, three quarters, in the gap', weekly(sunday), 'Pacific/Chatham 2027-09-12 03:00 60'),
  row('Sao Paulo, no change', weekly(wednesday), 'America/Sao_Paulo 2027-02-10 10:00'),
  row('Kolkata, no change', monthly(3, thursday), 'Asia/Kolkata 2026-12-01 16:30 60'),
  row('Kathmandu, no change', onDay(15), 'Asia/Kathmandu 2027-01-16 09:45'),
  row('Tokyo, skipped dates', weekly(friday), 'Asia/Tokyo 2026-12-04 18:00', {
    skipDates: ['2027-01-01', '2026-12-25'],
  }),
  row('Santiago, no midnight', weekly(sunday), 'America/Santiago 2027-08-22 00:30 60'),
  row('Santiago, comes twice before midnight', weekly(saturday), 'America/Santiago 2027-03-27 23:30 30'),
  row('Havana, midnight comes twice', weekly(sunday), 'America/Havana 2027-10-24 00:30 60'),
  row('Beirut, no midnight', weekly(sunday), 'Asia/Beirut 2027-03-14 00:00 60'),
  row('Dublin, winter as the other time', weekly(sunday), 'Europe/Dublin 2027-10-24 01:15 30'),
  row('Azores, gap at midnight', weekly(sunday), 'Atlantic/Azores 2027-03-21 00:30 60'),
  row('St Johns, half-hour offset', weekly(sunday), 'America/St_Johns 2027-03-07 02:30 60'),
  row('Adelaide, half-hour offset', fortnightly(sunday), 'Australia/Adelaide 2027-03-21 02:30 60'),
  row('Jerusalem, gap on a Friday', weekly(friday), 'Asia/Jerusalem 2027-03-12 02:30 60', { count: 40 }),
  row('Every second week across new year', fortnightly(wednesday), 'Europe/Berlin 2026-12-16 13:00 30'),
  row('First date before its weekday', fortnightly(tuesday), 'Europe/Berlin 2026-12-23 13:00 30'),
  row('Day 28 over a leap February', onDay(28), 'Europe/Paris 2028-01-01 08:15 15'),
  row('Ends on the day of change', weekly(sunday), 'Europe/Rome 2027-03-07 02:30 30', { lastDate: '2027-03-28' }),
  row('Ends late on its last day', weekly(friday), 'America/Los_Angeles 2027-01-08 23:45 15', {
    lastDate: '2027-02-05',
  }),
  row('Ends early on its last day, far east', weekly(monday), 'Pacific/Auckland 2027-01-04 00:15', {
    lastDate: '2027-01-18',
  }),
  row('Count and end', weekly(monday), 'Europe/Lisbon 2027-03-15 09:00 60', { count: 6, lastDate: '2027-04-05' }),
  row('Skipped dates count', weekly(monday), 'Europe/Lisbon 2027-03-15 09:00', { count: 4, skipDates: ['2027-03-29'] }),
  row('The gap itself skipped', weekly(sunday), 'Europe/Vienna 2027-03-21 02:30', { skipDates: ['2027-03-28'] }),
  row('An older name of a zone', weekly(monday), 'US/Eastern 2027-03-08 09:00'),
  row('UTC', weekly(sunday), 'UTC 2027-03-14 02:30'),
];

const shown = new Map<Row, Occurrence[]>();

/** More than a year of weeks: both changes are met. */
export function shownOf(row: Row): Occurrence[] {
  const found = shown.get(row) ?? occurrencesOf(row.schedule, { limit: 55 });
  shown.set(row, found);
  return found;
}

export const rowOf = (name: string): Row => {
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`no row ${name}`);
  return found;
};

export const entryOf = ({ name, schedule }: Row): SeriesEntry => ({
  kind: 'series',
  uid: 'series-1@fieldbook',
  title: name,
  sequence: 0,
  changedAt: new Date('2026-11-23T10:00:00Z'),
  isCancelled: false,
  schedule,
  overrides: [],
});

export const fileOf = (row: Row): CalendarFile => ({ name: 'Office hours', entries: [entryOf(row)] });

/** All that we make of a row, as text. */
export const madeOf = (row: Row): string => JSON.stringify([row.name, shownOf(row), writeCalendar(fileOf(row))]);
