/** When a message may reach a person, as a table: lane, switches, pause, hours, zone, clock changes (product 8.6, L7; F21). */
import { describe, expect, it } from '@jest/globals';
import { type Asked, type Pace, paceOf } from '../../src/core/hours.ts';
import type { Person } from '../../src/core/person.ts';

type Settings = Pick<Person, 'pausedUntil' | 'workHours' | 'notify'>;

const weekdays = [1, 2, 3, 4, 5];
const nineToFive = { days: weekdays, from: '09:00', to: '17:00' };
const dailyDigest = { answers: 'day', work: 'day' } as const;
const noWork = { answers: 'now', work: 'off' } as const;

/** 2026-11-23 is a Monday. */
const monday = '2026-11-23T10:00:00Z';
const night = '2026-11-23T23:00:00Z';
const saturday = '2026-11-28T10:00:00Z';

const iso = (text: string) => new Date(text).toISOString();
const shown = (pace: Pace): string => ('at' in pace ? `${pace.kind} ${pace.at.toISOString()}` : pace.kind);
const pace = (settings: Settings, asked: Partial<Asked> & { at?: string }) => {
  const { at = monday, ...rest } = asked;
  return shown(paceOf(settings, { lane: 'answers', isUrgent: false, zone: 'UTC', now: new Date(at), ...rest }));
};
const at = (kind: 'later' | 'dayCard', text: string) => `${kind} ${iso(text)}`;

type Row = readonly [what: string, settings: Settings, asked: Partial<Asked> & { at?: string }, expected: string];

const lanes: readonly Row[] = [
  ['an answer, nothing set', {}, {}, 'now'],
  ['an answer at night, nothing set', {}, { at: night }, 'now'],
  ['an answer on Saturday, nothing set', {}, { at: saturday }, 'now'],
  ['an answer, once a day', { notify: dailyDigest }, {}, at('dayCard', '2026-11-24T09:00Z')],
  [
    'an answer, once a day, Friday noon',
    { notify: dailyDigest },
    { at: '2026-11-27T12:00Z' },
    at('dayCard', '2026-11-30T09:00Z'),
  ],
  ['an urgent answer, once a day', { notify: dailyDigest }, { isUrgent: true }, 'now'],
  ['work, nothing set', {}, { lane: 'work' }, at('dayCard', '2026-11-24T09:00Z')],
  [
    'work before nine, nothing set',
    {},
    { lane: 'work', at: '2026-11-23T08:59:59Z' },
    at('dayCard', '2026-11-23T09:00Z'),
  ],
  [
    'work at nine sharp goes into the next card',
    {},
    { lane: 'work', at: '2026-11-23T09:00Z' },
    at('dayCard', '2026-11-24T09:00Z'),
  ],
  ['work on Saturday', {}, { lane: 'work', at: saturday }, at('dayCard', '2026-11-30T09:00Z')],
  ['urgent work', {}, { lane: 'work', isUrgent: true }, 'now'],
  ['urgent work at night, nothing set', {}, { lane: 'work', isUrgent: true, at: night }, 'now'],
  ['work switched off', { notify: noWork }, { lane: 'work' }, 'off'],
  ['urgent work, work switched off', { notify: noWork }, { lane: 'work', isUrgent: true }, 'now'],
  ['an answer, work switched off', { notify: noWork }, {}, 'now'],
];

const wants = (reminders: 'both' | 'day' | 'soon' | 'off') => ({
  notify: { answers: 'day', work: 'off', reminders } as const,
});
const dayBefore = { lane: 'reminder', isUrgent: false } as const;
const shortlyBefore = { lane: 'reminder', isUrgent: true } as const;

/** A reminder waits for no card of the day: it is useful at its own time, or not at all. */
const reminders: readonly Row[] = [
  ['of the day before, nothing set', {}, dayBefore, 'now'],
  ['of shortly before, nothing set', {}, shortlyBefore, 'now'],
  ['of the day before, at night, nothing set', {}, { ...dayBefore, at: night }, 'now'],
  ['both wanted, all else off or once a day', wants('both'), dayBefore, 'now'],
  ['both wanted, shortly before', wants('both'), shortlyBefore, 'now'],
  ['only the day before, of the day before', wants('day'), dayBefore, 'now'],
  ['only the day before, shortly before', wants('day'), shortlyBefore, 'off'],
  ['only shortly before, of the day before', wants('soon'), dayBefore, 'off'],
  ['only shortly before, shortly before', wants('soon'), shortlyBefore, 'now'],
  ['none, of the day before', wants('off'), dayBefore, 'off'],
  ['none, shortly before', wants('off'), shortlyBefore, 'off'],
  ['past their hours', { workHours: nineToFive }, { ...shortlyBefore, at: night }, at('later', '2026-11-24T09:00Z')],
  ['paused', { pausedUntil: '2026-11-26' }, dayBefore, at('later', '2026-11-26T09:00Z')],
  ['paused, none wanted', { ...wants('off'), pausedUntil: '2026-11-26' }, dayBefore, 'off'],
];

const takesNews = (choice: 'now' | 'noPulse' | 'off') => ({
  notify: { answers: 'day', work: 'off', news: choice } as const,
});

const news: readonly Row[] = [
  ['news, nothing set', {}, { lane: 'news' }, 'now'],
  ['news, wanted', takesNews('now'), { lane: 'news' }, 'now'],
  ['news, but no pulse', takesNews('noPulse'), { lane: 'news' }, 'now'],
  ['news, none wanted', takesNews('off'), { lane: 'news' }, 'off'],
  ['an answer, no news wanted', { notify: { ...takesNews('off').notify, answers: 'now' } }, {}, 'now'],
  ['news at night', { workHours: nineToFive }, { lane: 'news', at: night }, at('later', '2026-11-24T09:00Z')],
  ['news, paused', { pausedUntil: '2026-11-26' }, { lane: 'news' }, at('later', '2026-11-26T09:00Z')],
];

const hoursAndPauses: readonly Row[] = [
  ['an answer within hours', { workHours: nineToFive }, {}, 'now'],
  ['an answer at the first minute', { workHours: nineToFive }, { at: '2026-11-23T09:00Z' }, 'now'],
  ['an answer at the last minute', { workHours: nineToFive }, { at: '2026-11-23T16:59:59Z' }, 'now'],
  ['an answer at the end', { workHours: nineToFive }, { at: '2026-11-23T17:00Z' }, at('later', '2026-11-24T09:00Z')],
  ['an answer at night', { workHours: nineToFive }, { at: night }, at('later', '2026-11-24T09:00Z')],
  [
    'urgent work at night',
    { workHours: nineToFive },
    { lane: 'work', isUrgent: true, at: night },
    at('later', '2026-11-24T09:00Z'),
  ],
  ['an answer on Saturday', { workHours: nineToFive }, { at: saturday }, at('later', '2026-11-30T09:00Z')],
  [
    'an answer on a day off in the week',
    { workHours: { ...nineToFive, days: [2, 4] } },
    {},
    at('later', '2026-11-24T09:00Z'),
  ],
  [
    'one day a week, past it',
    { workHours: { ...nineToFive, days: [1] } },
    { at: night },
    at('later', '2026-11-30T09:00Z'),
  ],
  ['paused', { pausedUntil: '2026-11-25' }, {}, at('later', '2026-11-25T09:00Z')],
  ['paused until Saturday', { pausedUntil: '2026-11-28' }, {}, at('later', '2026-11-30T09:00Z')],
  [
    'paused, urgent work',
    { pausedUntil: '2026-11-25' },
    { lane: 'work', isUrgent: true },
    at('later', '2026-11-25T09:00Z'),
  ],
  ['paused, work', { pausedUntil: '2026-11-25' }, { lane: 'work' }, at('dayCard', '2026-11-25T09:00Z')],
  [
    'paused, with hours',
    { pausedUntil: '2026-11-25', workHours: { ...nineToFive, from: '07:00' } },
    {},
    at('later', '2026-11-25T07:00Z'),
  ],
  ['the pause ends today', { pausedUntil: '2026-11-23' }, {}, 'now'],
  ['the pause is over', { pausedUntil: '2026-11-01' }, {}, 'now'],
];

const everything: Settings = {
  pausedUntil: '2026-12-24',
  workHours: nineToFive,
  notify: { answers: 'day', work: 'off' },
};
const always: readonly Row[] = [monday, night, saturday].map((when) => [
  `what nothing holds back, ${when}`,
  everything,
  { lane: 'always', at: when },
  'now',
]);

const zones: readonly Row[] = [
  [
    'nine in New York',
    { workHours: nineToFive },
    { zone: 'America/New_York', at: '2026-11-23T13:59Z' },
    at('later', '2026-11-23T14:00Z'),
  ],
  ['half past nine in Kolkata', { workHours: nineToFive }, { zone: 'Asia/Kolkata', at: '2026-11-23T04:00Z' }, 'now'],
  [
    'Sunday evening here is Monday there',
    { workHours: nineToFive },
    { zone: 'Pacific/Auckland', at: '2026-11-22T20:30Z' },
    'now',
  ],
  [
    'the pause is read in their zone',
    { pausedUntil: '2026-11-23' },
    { zone: 'America/Los_Angeles', at: '2026-11-23T06:00Z' },
    at('later', '2026-11-23T17:00Z'),
  ],
  [
    'a card of the day in Tokyo',
    {},
    { lane: 'work', zone: 'Asia/Tokyo', at: monday },
    at('dayCard', '2026-11-24T00:00Z'),
  ],
];

const sundays = { days: [7], from: '02:30', to: '12:00' };
const clockChanges: readonly Row[] = [
  // The weekend of the change lies between: the hour of the day stays, the distance does not.
  [
    'spring in Warsaw',
    {},
    { lane: 'work', zone: 'Europe/Warsaw', at: '2027-03-26T12:00Z' },
    at('dayCard', '2027-03-29T07:00Z'),
  ],
  [
    'autumn in Warsaw',
    {},
    { lane: 'work', zone: 'Europe/Warsaw', at: '2027-10-29T12:00Z' },
    at('dayCard', '2027-11-01T08:00Z'),
  ],
  [
    'spring in New York',
    {},
    { lane: 'work', zone: 'America/New_York', at: '2027-03-12T15:00Z' },
    at('dayCard', '2027-03-15T13:00Z'),
  ],
  [
    'half an hour on Lord Howe',
    {},
    { lane: 'work', zone: 'Australia/Lord_Howe', at: '2027-04-02T03:00Z' },
    at('dayCard', '2027-04-04T22:30Z'),
  ],
  [
    'a zone without changes',
    {},
    { lane: 'work', zone: 'Africa/Nairobi', at: '2027-03-26T12:00Z' },
    at('dayCard', '2027-03-29T06:00Z'),
  ],
  [
    'a start that is skipped comes an hour later',
    { workHours: sundays },
    { zone: 'Europe/Warsaw', at: '2027-03-27T12:00Z' },
    at('later', '2027-03-28T01:30Z'),
  ],
  ['and is within hours then', { workHours: sundays }, { zone: 'Europe/Warsaw', at: '2027-03-28T01:30Z' }, 'now'],
  [
    'a start that comes twice is the first',
    { workHours: sundays },
    { zone: 'Europe/Warsaw', at: '2027-10-30T12:00Z' },
    at('later', '2027-10-31T00:30Z'),
  ],
  [
    'and once it was met the next is a week away',
    { workHours: sundays },
    { zone: 'Europe/Warsaw', at: '2027-10-31T14:00Z' },
    at('later', '2027-11-07T01:30Z'),
  ],
];

describe.each([
  ['lanes and switches', lanes],
  ['reminders', reminders],
  ['news', news],
  ['hours and pauses', hoursAndPauses],
  ['the lane that nothing holds back', always],
  ['zones', zones],
  ['clock changes', clockChanges],
])('%s', (_name, rows) => {
  it.each(rows)('%s', (_what, settings, asked, expected) => {
    expect(pace(settings, asked)).toBe(expected);
  });
});

describe('whatever is chosen', () => {
  const someHours = [undefined, nineToFive, { days: [6, 7], from: '20:00', to: '23:30' }, sundays];
  const someZones = ['UTC', 'Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const starts = ['2026-11-23T00:00Z', '2027-03-27T22:00Z', '2027-10-30T22:00Z'];

  it('a message that waits may leave when its time has come, and never waits for more than a week', () => {
    for (const workHours of someHours)
      for (const zone of someZones)
        for (const start of starts)
          for (let step = 0; step < 60; step++) {
            const now = new Date(Date.parse(start) + step * 41 * 60_000);
            const settings = workHours ? { workHours } : {};
            const first = paceOf(settings, { lane: 'answers', isUrgent: false, zone, now });
            if (first.kind !== 'later') continue;
            expect(first.at.getTime() - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
            const { kind } = paceOf(settings, { lane: 'answers', isUrgent: false, zone, now: first.at });
            expect({ workHours, zone, at: first.at, kind }).toMatchObject({ kind: 'now' });
          }
  });
});
