/** When an answer is due: working hours, Monday to Friday, nine to five, in the zone (product 7.6). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { categoryOf } from '../../../src/features/flags/category.ts';
import { dueAt } from '../../../src/features/flags/due.ts';
import { type Flag, urgencies } from '../../../src/features/flags/model.ts';

/** An instant as the clocks of the zone show it, `Mon 2026-11-23 10:00`. */
function local(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('weekday')} ${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

type Row = readonly [sent: string, urgency: Flag['urgency'], due: string];

/** Each row: when it is sent by the clocks there, with its offset, and when it is due by the same clocks. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  UTC: [
    ['2026-11-23T10:00Z', 'mistakeHappened', 'Mon 2026-11-23 14:00'],
    ['2026-11-23T10:00Z', 'today', 'Tue 2026-11-24 10:00'],
    ['2026-11-23T10:00Z', 'normal', 'Thu 2026-11-26 10:00'],
    ['2026-11-23T09:00Z', 'today', 'Mon 2026-11-23 17:00'],
    ['2026-11-23T09:00Z', 'normal', 'Wed 2026-11-25 17:00'],
    ['2026-11-23T16:59Z', 'mistakeHappened', 'Tue 2026-11-24 12:59'],
    ['2026-11-23T17:00Z', 'mistakeHappened', 'Tue 2026-11-24 13:00'],
    ['2026-11-23T10:20Z', 'today', 'Tue 2026-11-24 10:20'],
    ['2026-11-23T00:00Z', 'today', 'Mon 2026-11-23 17:00'],
    ['2026-11-23T08:59Z', 'today', 'Mon 2026-11-23 17:00'],
  ],
  'Europe/Madrid': [
    // Friday afternoon, evening and the weekend.
    ['2026-11-27T15:00+01:00', 'mistakeHappened', 'Mon 2026-11-30 11:00'],
    ['2026-11-27T16:30+01:00', 'mistakeHappened', 'Mon 2026-11-30 12:30'],
    ['2026-11-27T16:30+01:00', 'today', 'Mon 2026-11-30 16:30'],
    ['2026-11-27T16:30+01:00', 'normal', 'Wed 2026-12-02 16:30'],
    ['2026-11-27T18:00+01:00', 'today', 'Mon 2026-11-30 17:00'],
    ['2026-11-28T12:20+01:00', 'mistakeHappened', 'Mon 2026-11-30 13:00'],
    ['2026-11-28T12:20+01:00', 'today', 'Mon 2026-11-30 17:00'],
    ['2026-11-29T23:59+01:00', 'normal', 'Wed 2026-12-02 17:00'],
    // The clocks change on Sunday 29 March and Sunday 25 October 2026.
    ['2026-03-27T15:00+01:00', 'today', 'Mon 2026-03-30 15:00'],
    ['2026-03-27T15:00+01:00', 'normal', 'Wed 2026-04-01 15:00'],
    ['2026-10-23T15:00+02:00', 'today', 'Mon 2026-10-26 15:00'],
    ['2026-10-25T01:30+02:00', 'mistakeHappened', 'Mon 2026-10-26 13:00'],
  ],
  'America/New_York': [['2026-11-23T16:30-05:00', 'today', 'Tue 2026-11-24 16:30']],
  'Asia/Kolkata': [
    ['2026-11-23T10:15+05:30', 'today', 'Tue 2026-11-24 10:15'],
    ['2026-11-28T10:15+05:30', 'today', 'Mon 2026-11-30 17:00'],
  ],
  'Asia/Kathmandu': [['2026-11-27T16:50+05:45', 'mistakeHappened', 'Mon 2026-11-30 12:50']],
  // Clocks that change by half an hour, and on a Friday at midnight.
  'Australia/Lord_Howe': [['2026-04-03T16:00+11:00', 'today', 'Mon 2026-04-06 16:00']],
  'Africa/Cairo': [['2026-04-23T15:00+02:00', 'today', 'Fri 2026-04-24 15:00']],
};

describe.each(Object.entries(rows))('%s', (zone, cases) => {
  it.each(cases.map((row) => [...row]))('sent %s, %s: due %s', (sent, urgency, due) => {
    const at = new Date(`${sent}`.replace(/T(\d\d:\d\d)/, 'T$1:00'));
    const read = urgencies.find((u) => u === urgency);
    if (!read) throw new Error(`${urgency} is no urgency`);
    expect(local(dueAt(at, read, zone), zone)).toBe(due);
  });
});

describe('always', () => {
  const sent = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const zone = fc.constantFrom(...Object.keys(rows));

  it('is due within working hours, the more urgent the sooner, and never earlier for being sent later', () => {
    fc.assert(
      fc.property(sent, zone, fc.integer({ min: 0, max: 86_400_000 }), (at, where, later) => {
        const [normal, today, mistake] = urgencies.map((u) => dueAt(at, u, where));
        for (const due of [normal, today, mistake]) {
          const [weekday, , time = ''] = local(new Date((due?.getTime() ?? 0) - 1), where).split(' ');
          expect(['Sat', 'Sun']).not.toContain(weekday);
          expect(time >= '09:00' && time < '17:00').toBe(true);
        }
        expect(Number(mistake) < Number(today) && Number(today) < Number(normal)).toBe(true);
        expect(Number(dueAt(new Date(at.getTime() + later), 'today', where))).toBeGreaterThanOrEqual(Number(today));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps to the millisecond within a working hour', () => {
    expect(dueAt(new Date('2026-11-23T10:00:30.250Z'), 'mistakeHappened', 'UTC').toISOString()).toBe(
      '2026-11-23T14:00:30.250Z',
    );
  });
});

describe('what a question is about', () => {
  it.each([
    [{ toolId: 'x', dataClassId: 'personal' }, false, 'toolNotListed'],
    [{ toolId: 'x', dataClassId: 'personal' }, true, 'dataHandling'],
    [{ dataClassId: 'personal' }, false, 'dataHandling'],
    [{ toolId: 'x' }, true, 'other'],
    [{}, false, 'other'],
  ] as const)('%j, tool listed %s: %s', (context, listed, expected) => {
    expect(categoryOf({ ...context, surface: 'bot' }, listed)).toBe(expected);
  });
});
