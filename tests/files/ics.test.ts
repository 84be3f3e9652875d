/** Calendar files: what two other libraries read in them, and that no text of a person becomes more than text (reliability 10, T8). */
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEntry, SeriesEntry, SessionEntry } from '../../src/core/calendar-file.ts';
import { cleanText } from '../../src/core/text.ts';
import { writeCalendar } from '../../src/files/ics.ts';
import { properties } from '../../src/files/ics-lines.ts';
import { zoneOf } from '../../src/files/ics-zone.ts';
import { entryOf, fileOf, rowOf, rows, shownOf } from '../core/recurrence-rows.ts';
import { anyCharacters } from '../helpers/any-characters.ts';
import { scaled } from '../helpers/scale.ts';
import {
  eventsOfSecond,
  linesOf,
  namesRead,
  readCalendar,
  sessionsOfSecond,
  sessionsRead,
  spanOf,
} from './ics-reader.ts';

const session: SessionEntry = {
  kind: 'session',
  uid: 'session-1@fieldbook',
  title: 'Numbers and procedures office hour',
  zone: 'UTC',
  startsAt: new Date('2027-01-06T15:00:00Z'),
  endsAt: new Date('2027-01-06T16:00:00Z'),
  sequence: 0,
  changedAt: new Date('2026-11-23T10:00:00.250Z'),
  isCancelled: false,
};

const series: SeriesEntry = {
  kind: 'series',
  uid: 'series-1@fieldbook',
  title: 'Hiring office hour',
  sequence: 4,
  changedAt: new Date('2026-11-23T10:00:00Z'),
  isCancelled: false,
  schedule: {
    rule: { every: 'twoWeeks', weekday: 2 },
    startsAt: '11:00',
    durationMinutes: 45,
    zone: 'America/New_York',
    firstDate: '2027-01-12',
    lastDate: '2027-03-31',
    skipDates: ['2027-02-09'],
  },
  overrides: [],
};

const change = {
  sequence: 5,
  changedAt: new Date('2026-11-24T10:00:00Z'),
  isCancelled: false,
};

const textOf = (...entries: CalendarEntry[]) => writeCalendar({ name: 'HR and Recruiting AI circle', entries });
/** The lines of each event. */
const eventsOf = (text: string): string[][] =>
  text
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => linesOf(`${event.split('END:VEVENT')[0]}`));

describe('a session', () => {
  it('has these lines and no other', () => {
    expect(linesOf(textOf({ ...session, zone: 'Europe/London', description: 'Ask.', location: 'Room 2' }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Fieldbook//Fieldbook//EN',
      'CALSCALE:GREGORIAN',
      'NAME:HR and Recruiting AI circle',
      'X-WR-CALNAME:HR and Recruiting AI circle',
      ...zoneOf('Europe/London').lines,
      'BEGIN:VEVENT',
      'UID:session-1@fieldbook',
      'DTSTAMP:20261123T100000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'DTSTART;TZID=Europe/London:20270106T150000',
      'DTEND;TZID=Europe/London:20270106T160000',
      'SUMMARY:Numbers and procedures office hour',
      'DESCRIPTION:Ask.',
      'LOCATION:Room 2',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('says that it is cancelled, under its name and one sequence up', () => {
    const [lines] = eventsOf(textOf({ ...session, isCancelled: true, sequence: 1 }));
    expect(lines).toEqual(expect.arrayContaining(['UID:session-1@fieldbook', 'SEQUENCE:1', 'STATUS:CANCELLED']));
  });

  it.each<[string, string, string, string[]]>([
    [
      'starts in the second of two hours',
      '2027-10-31T01:30',
      '2027-10-31T02:30',
      ['20271031T013000Z', '20271031T023000Z'],
    ],
    [
      'ends in an hour that comes twice',
      '2027-10-30T23:30',
      '2027-10-31T00:15',
      ['20271030T233000Z', '20271031T001500Z'],
    ],
    ['has seconds', '2027-10-30T10:00:20', '2027-10-30T11:00', ['20271030T100020Z', '20271030T110000Z']],
    ['runs over the gap', '2027-03-28T00:30', '2027-03-28T01:30', ['20270328T013000', '20270328T033000']],
  ])('%s: both times are written alike', (_, from, to, times) => {
    const iso = (time: string) => new Date(`${time.padEnd(19, ':00')}Z`);
    const moved = { ...session, zone: 'Europe/Madrid', startsAt: iso(from), endsAt: iso(to) };
    const [lines = []] = eventsOf(textOf(moved));
    expect(lines.filter((line) => /^DT(?:START|END)/.test(line)).map((line) => line.split(':')[1])).toEqual(times);
  });

  it.each<[string, string | undefined]>([
    [
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x;y,z',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x;y,z',
    ],
    ['javascript:alert(1)', undefined],
    ['https://a.example/\r\nATTENDEE:mailto:b@c.example', undefined],
    ['http://a.example/', undefined],
  ])('links to %j only when that is safe', (url, written) => {
    const [event] = readCalendar(textOf({ ...session, url })).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('url') ?? undefined).toBe(written);
  });
});

describe('a series', () => {
  it('has its rule, its skipped dates and its changed ones', () => {
    const moved = {
      localDate: '2027-02-23',
      startsAt: new Date('2027-02-24T15:00:00Z'),
      endsAt: new Date('2027-02-24T15:45:00Z'),
    };
    const dropped = {
      localDate: '2027-01-26',
      startsAt: new Date('2027-01-26T16:00:00Z'),
      endsAt: new Date('2027-01-26T16:45:00Z'),
    };
    const skipped = {
      localDate: '2027-02-09',
      startsAt: new Date('2027-02-10T16:00:00Z'),
      endsAt: new Date('2027-02-10T17:00:00Z'),
    };
    const text = textOf({
      ...series,
      overrides: [
        { ...moved, ...change, title: 'Moved' },
        { ...dropped, ...change, sequence: 6, isCancelled: true },
        { ...skipped, ...change },
      ],
    });
    const zone = ';TZID=America/New_York';
    const [master, first, second, ...more] = eventsOf(text);
    expect(master).toEqual([
      'UID:series-1@fieldbook',
      'DTSTAMP:20261123T100000Z',
      'SEQUENCE:4',
      'STATUS:CONFIRMED',
      `DTSTART${zone}:20270112T110000`,
      `DTEND${zone}:20270112T114500`,
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270401T035959Z',
      `EXDATE${zone}:20270209T110000`,
      'SUMMARY:Hiring office hour',
    ]);
    expect(first).toEqual([
      'UID:series-1@fieldbook',
      'DTSTAMP:20261124T100000Z',
      'SEQUENCE:6',
      'STATUS:CANCELLED',
      `RECURRENCE-ID${zone}:20270126T110000`,
      `DTSTART${zone}:20270126T110000`,
      `DTEND${zone}:20270126T114500`,
      'SUMMARY:Hiring office hour',
    ]);
    expect(second).toEqual([
      'UID:series-1@fieldbook',
      'DTSTAMP:20261124T100000Z',
      'SEQUENCE:5',
      'STATUS:CONFIRMED',
      `RECURRENCE-ID${zone}:20270223T110000`,
      `DTSTART${zone}:20270224T100000`,
      `DTEND${zone}:20270224T104500`,
      'SUMMARY:Moved',
    ]);
    expect(more).toEqual([]);
    expect(sessionsRead(text, 10).map((each) => each.slice(0, 16))).toEqual([
      '2027-01-12T16:00',
      '2027-01-26T16:00',
      '2027-02-24T15:00',
      '2027-03-09T16:00',
      '2027-03-23T15:00',
    ]);
  });

  it('writes a date in the gap in UTC, unless its host moved it', () => {
    const odd = entryOf(rowOf('Warsaw, day 28'));
    const lines = eventsOf(textOf(odd)).find((event) => event.some((line) => line.endsWith('20270328T023000')));
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20270328T013000Z', 'DTEND:20270328T023000Z']));
    const moved = {
      localDate: '2027-03-28',
      startsAt: new Date('2027-03-29T08:00:00Z'),
      endsAt: new Date('2027-03-29T09:00:00Z'),
    };
    const events = eventsOf(textOf({ ...odd, overrides: [{ ...moved, ...change }] }));
    const now = events.filter((event) => event.some((line) => line.endsWith('20270328T023000')));
    expect(now).toHaveLength(1);
    expect(now[0]).toEqual(expect.arrayContaining(['DTSTART;TZID=Europe/Warsaw:20270329T100000']));
  });

  it('changed from a date on is two entries that meet without a gap', () => {
    const { lastDate: _, ...open } = series.schedule;
    const before: SeriesEntry = { ...series, schedule: { ...open, count: 30, lastDate: '2027-03-12', skipDates: [] } };
    const after: SeriesEntry = {
      ...series,
      uid: 'series-1-2@fieldbook',
      schedule: {
        ...open,
        firstDate: '2027-03-13',
        startsAt: '15:00',
        rule: { every: 'twoWeeks', weekday: 4 },
        count: 3,
      },
    };
    const both = [before, after].flatMap((entry) => sessionsRead(textOf(entry), 20).map((each) => each.slice(0, 16)));
    expect(both.slice(3)).toEqual([
      '2027-02-23T16:00',
      '2027-03-09T16:00',
      '2027-03-18T19:00',
      '2027-04-01T19:00',
      '2027-04-15T19:00',
    ]);
    expect(eventsOf(textOf(before, after)).map(([uid]) => uid)).toEqual([
      'UID:series-1@fieldbook',
      'UID:series-1-2@fieldbook',
    ]);
  });

  it('without a date before its end is not written', () => {
    expect(eventsOf(textOf({ ...series, schedule: { ...series.schedule, lastDate: '2027-01-11' } }))).toEqual([]);
  });

  it('that is cancelled is so on every date', () => {
    const odd = entryOf(rowOf('Warsaw, day 28'));
    const moved = { localDate: '2027-05-28', startsAt: session.startsAt, endsAt: session.endsAt, ...change };
    const events = eventsOf(textOf({ ...odd, isCancelled: true, overrides: [moved] }));
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) expect(event).toContain('STATUS:CANCELLED');
  });
});

test('every zone has its rules in the file, once', () => {
  const zones = ['Europe/Madrid', 'US/Eastern', 'UTC', 'Europe/Madrid', 'America/New_York'];
  const text = textOf(...zones.map((zone) => ({ ...session, zone })));
  const blocks = readCalendar(text).getAllSubcomponents('vtimezone');
  expect(blocks.map((block) => block.getFirstPropertyValue('tzid'))).toEqual([
    'Europe/Madrid',
    'America/New_York',
    'Etc/UTC',
  ]);
  for (const line of linesOf(text).filter((each) => each.includes(';TZID=')))
    expect(['Europe/Madrid', 'America/New_York', 'Etc/UTC']).toContain(/;TZID=([^:]+):/.exec(line)?.[1]);
});

test('all zones that can be picked have rules, and a zone that nobody knows has none', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  expect(zones.filter((zone) => !zoneOf(zone).lines.includes('BEGIN:VTIMEZONE'))).toEqual([]);
  expect(() => zoneOf('Mars/Base\r\nX:1')).toThrow('ics: no rules for the zone Mars/Base');
});

test('a second library reads every session of every row', () => {
  for (const row of rows) {
    const ours = shownOf(row);
    const text = writeCalendar(fileOf(row));
    const read = sessionsOfSecond(text, entryOf(row).uid, ours);
    expect([row.name, read]).toEqual([row.name, ours.map(spanOf).toSorted()]);
  }
});

const fragments = [
  '\r\nATTENDEE;RSVP=TRUE:mailto:ceo@evil.example',
  '\nEND:VEVENT\nBEGIN:VEVENT',
  '\rORGANIZER:mailto:a@evil.example',
  '\r\n BEGIN:VALARM',
  '\\nURL:https://evil.example',
  '\u2028DTSTART:19700101T000000Z',
  '\u0085X-EVIL:1',
  '\u000bRRULE:FREQ=SECONDLY',
  '\\',
  ';',
  ',',
  ':',
  '"',
  '\\\\n',
  '\\N',
  '\t',
  ' ',
  '\n',
  '\u0000',
  '\u001b',
  '\ud83d',
  '\ude00',
  'é',
  '日本',
  '👩🏽‍🚀',
  'x'.repeat(74),
  '=0D=0A',
  "^n^'",
  '<b>{{DATE(1)}}</b>',
];
const hostile = fc.oneof(
  anyCharacters(60),
  fc.array(fc.constantFrom(...fragments), { maxLength: 10 }).map((parts) => parts.join('')),
);

/** As the rules say it, apart from the writer: cleaned, one kind of line break, blanks for tabs. */
const readable = (value: string) => cleanText(value.replace(/[\u2028\u2029]/g, '\n')).replaceAll('\t', ' ');

/** That library leaves names beginning with X- as they are. */
const unescaped = (value: string) => value.replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));

/** Which properties a file has: line by line, as one library reads them, and as the other does. */
function shapeOf(text: string) {
  const names = linesOf(text).map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line);
  const events = eventsOfSecond(text).map((event) => Object.keys(event).toSorted().join());
  return { lines: names.join(), parts: namesRead(readCalendar(text)).join(), events: events.join('|') };
}

test('whatever a person wrote, it is text: the properties stay the same and all is read back', () => {
  const plain = textOf({ ...session, description: 'x', location: 'x' });
  const shape = shapeOf(plain);
  expect(linesOf(plain).filter((line) => !isOurs(line) && !zoneOf('UTC').lines.includes(line))).toEqual([]);
  let tried = 0;
  const check = (title: string, description: string, name: string) => {
    const text = writeCalendar({ name, entries: [{ ...session, title, description, location: title }] });
    const read = readCalendar(text);
    const [event] = read.getAllSubcomponents('vevent');
    const texts = ['summary', 'location', 'description'].map((each) => event?.getFirstPropertyValue(each));
    const calendar = unescaped(`${read.getFirstPropertyValue('x-wr-calname')}`);
    const wanted = [title, title, description, name].map(readable);
    expect({ ...shapeOf(text), texts: [...texts, calendar] }).toEqual({ ...shape, texts: wanted });
    tried++;
  };
  fc.assert(fc.property(hostile, hostile, hostile, check), { numRuns: scaled(1_000, 10_000) });
  process.stdout.write(`calendar files: ${tried} with hostile text parsed back, 0 more properties\n`);
});

const isOurs = (line: string): boolean =>
  properties.some((name) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
