/** What is refused in the times that a host types (reliability 13, rows 60 and 61), and the link to Teams' own form. */
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { newMeetingLink } from '../../src/core/meeting-link.ts';
import {
  scheduleProblems,
  sessionProblems,
  type TypedSchedule,
  typedSchedule,
} from '../../src/core/schedule-problems.ts';
import { safeUrl } from '../../src/core/text.ts';
import { wordsFor } from '../../src/text/words.ts';
import { anyCharacters } from '../helpers/any-characters.ts';

const now = new Date('2027-03-20T12:00:00Z');
const reader = { now, words: wordsFor('en') };
const typed: TypedSchedule = {
  rule: { every: 'week', weekday: 7 },
  startsAt: '02:30',
  durationMinutes: 60,
  zone: 'Europe/Warsaw',
  firstDate: '2027-03-28',
};
const short = (problems: readonly { path: string; error: string }[]) =>
  problems.map(({ path, error }) => `${path} ${error}`);

describe('a series that a host typed', () => {
  it.each<[string, Partial<TypedSchedule>, string[]]>([
    ['is right, although one of its dates has no such time', {}, []],
    ['an unknown zone', { zone: 'Mars/Base' }, ['zone bad_time_zone']],
    ['a zone with more in it', { zone: 'Europe/Madrid\r\nX:1' }, ['zone bad_time_zone']],
    ['one date, in the gap', { count: 1 }, ['startsAt time_gap']],
    ['one date, in an hour that comes twice', { count: 1, firstDate: '2027-10-31' }, []],
    ['its end at its start', { durationMinutes: 0 }, ['durationMinutes bad_end']],
    ['its end before its start', { durationMinutes: -30 }, ['durationMinutes bad_end']],
    ['14 minutes', { durationMinutes: 14 }, ['durationMinutes bad_end']],
    ['15 minutes', { durationMinutes: 15 }, []],
    ['120 minutes', { durationMinutes: 120 }, []],
    ['121 minutes', { durationMinutes: 121 }, ['durationMinutes too_long']],
    ['25 hours', { durationMinutes: 1_500 }, ['durationMinutes too_long']],
    ['104 sessions', { count: 104 }, []],
    ['400 sessions', { count: 400 }, ['count too_many_occurrences']],
    ['an end 104 weeks away', { lastDate: '2029-03-18' }, []],
    ['an end 105 weeks away', { lastDate: '2029-03-25' }, ['lastDate too_many_occurrences']],
    [
      'an end too far for weeks, not for months',
      { lastDate: '2030-03-25', rule: { every: 'monthByDate', dayOfMonth: 1 } },
      [],
    ],
    ['an end in a far year', { lastDate: '2199-12-31' }, ['lastDate too_many_occurrences']],
    ['an end before its first date', { lastDate: '2027-03-27' }, ['lastDate bad_end']],
    ['a start in the past', { firstDate: '2027-03-10' }, ['firstDate start_in_past']],
    ['a first day in the past, its first session not', { firstDate: '2027-03-19' }, []],
    [
      'a start now',
      { firstDate: '2027-03-20', rule: { every: 'week', weekday: 6 }, startsAt: '13:00' },
      ['firstDate start_in_past'],
    ],
    ['a start in a minute', { firstDate: '2027-03-20', rule: { every: 'week', weekday: 6 }, startsAt: '13:01' }, []],
    [
      'all of it at once',
      { zone: 'Mars/Base', durationMinutes: 1_500, count: 400 },
      ['zone bad_time_zone', 'durationMinutes too_long', 'count too_many_occurrences'],
    ],
    [
      'all the rest at once',
      { firstDate: '2026-03-29', durationMinutes: -1, count: 400 },
      ['durationMinutes bad_end', 'count too_many_occurrences', 'firstDate start_in_past'],
    ],
  ])('%s', (_, change, problems) => {
    const form = typedSchedule.parse({ ...typed, ...change });
    expect(short(scheduleProblems(form, reader))).toEqual(problems);
  });

  it.each(['1999-12-31', '2200-01-01', '9999-12-31', '2026-02-30'])('has no date such as %s', (firstDate) => {
    expect(typedSchedule.safeParse({ ...typed, firstDate }).success).toBe(false);
  });

  it('is told in a sentence, in every language', () => {
    const [gap] = scheduleProblems({ ...typed, count: 1 }, reader);
    expect(gap?.message).toBe('02:30 does not exist that day; use 03:30.');
    const wrong = { ...typed, lastDate: '2027-03-01', durationMinutes: 200, zone: 'X' };
    for (const { message } of scheduleProblems(wrong, { now, words: wordsFor('es') })) expect(message).toMatch(/\.$/);
  });
});

test.each<[string, object, string[]]>([
  ['right', {}, []],
  ['in the gap', { date: '2027-03-28' }, ['startsAt time_gap']],
  [
    'in the past, in no zone, too long',
    { date: '2027-03-01', zone: 'X', durationMinutes: 121 },
    ['zone bad_time_zone', 'durationMinutes too_long'],
  ],
  [
    'in the past and too short',
    { date: '2027-03-01', durationMinutes: 5 },
    ['durationMinutes bad_end', 'date start_in_past'],
  ],
])('a moved session is %s', (_, change, problems) => {
  const session = { zone: 'Europe/Warsaw', date: '2027-03-29', startsAt: '02:30', durationMinutes: 30, ...change };
  expect(short(sessionProblems(session, reader))).toEqual(problems);
});

describe('the link to a new meeting', () => {
  const meeting = {
    title: 'Hiring & HR: "what may I?"',
    startsAt: new Date('2027-01-12T16:00:00Z'),
    endsAt: new Date('2027-01-12T16:45:00Z'),
    text: 'Agenda\n1. Names (5 min)',
  };

  it('opens the form, filled in', () => {
    const url = new URL(newMeetingLink(meeting));
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/meeting/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      startTime: '2027-01-12T16:00:00+00:00',
      endTime: '2027-01-12T16:45:00+00:00',
      subject: meeting.title,
      content: meeting.text,
    });
  });

  it('stays a safe link of these four values, whatever is written', () => {
    const anyText = fc.oneof(
      anyCharacters(300),
      fc.constantFrom('$&&attendees=x#', '👩🏽‍🚀'.repeat(300), 'ü'.repeat(3_000)),
    );
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const link = newMeetingLink({ ...meeting, title, text });
        expect(link.length).toBeLessThanOrEqual(2_000);
        expect(safeUrl(link)).toBe(link);
        expect(link).not.toMatch(/[!'()*\s<>"]/);
        expect([...new URL(link).searchParams.keys()]).toEqual(['startTime', 'endTime', 'subject', 'content']);
      }),
    );
  });

  it('keeps the start of a long text and says that it was cut', () => {
    const { searchParams } = new URL(newMeetingLink({ ...meeting, text: 'a ü '.repeat(900) }));
    expect(searchParams.get('content')).toMatch(/^(?:a ü )+.{0,4}…$/);
    expect(searchParams.get('subject')).toBe(meeting.title);
  });
});
