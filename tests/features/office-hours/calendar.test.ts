/** What a calendar is told of office hours: a file's entries, and the calendar of a mailbox, which no turn waits for (F24). */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { CalendarPort, CalendarPut, CalendarSeries } from '../../../src/core/calendar.ts';
import type { WriteOperation } from '../../../src/core/documents.ts';
import { type Detail, seriesEntries, sessionEntry } from '../../../src/features/office-hours/calendar-entries.ts';
import { calendarSync, syncOperations } from '../../../src/features/office-hours/calendar-sync.ts';
import { type Series, type Session, series as seriesSchema } from '../../../src/features/office-hours/model.ts';
import { writeCalendar } from '../../../src/files/ics.ts';
import { sessionsRead } from '../../files/ics-reader.ts';
import { aPerson, aTurn, memoryStore, today } from '../../helpers/builders.ts';
import { aSeries, aSession } from './hours-kit.ts';

const loaded = <T extends object>(id: string, body: T) => ({ id, version: '1', body });
const minutes45 = 45 * 60_000;
const onDate = (localDate: string, startsAt: string, change: Partial<Session> = {}) =>
  loaded(localDate, {
    ...aSession({ localDate, startsAt, endsAt: new Date(Date.parse(startsAt) + minutes45).toISOString() }),
    ...change,
  });

describe('a file', () => {
  const entries = (series: Series, sessions: ReturnType<typeof onDate>[], detail: Detail = 'full') =>
    seriesEntries({ series: loaded('series', series), sessions, detail });
  const startsOf = (series: Series, sessions: ReturnType<typeof onDate>[], limit = 9) =>
    entries(series, sessions).flatMap((entry) =>
      sessionsRead(writeCalendar({ name: 'Hours', entries: [entry] }), limit).map((span) => span.slice(0, 16)),
    );

  it('has every plan of a series with its own rule, and what differs from it', () => {
    const phase = {
      rule: { every: 'week', weekday: 2 },
      startsAt: '11:00',
      durationMinutes: 45,
      zone: 'America/New_York',
    } as const;
    const series = aSeries({
      ...{ earlier: [{ ...phase, firstDate: '2026-12-01', lastDate: '2026-12-15' }], firstDate: '2027-01-06' },
      ...{ rule: { every: 'week', weekday: 3 }, count: 3, skipDates: ['2026-12-08'] },
    });
    const sessions = [
      onDate('2026-12-01', '2026-12-01T16:00:00.000Z'),
      onDate('2026-12-15', '2026-12-16T18:00:00.000Z', { movedFrom: '2026-12-15T16:00:00.000Z', sequence: 1 }),
      onDate('2027-01-13', '2027-01-13T16:00:00.000Z', { state: 'cancelled', cancelReason: 'Ill.', sequence: 1 }),
    ];
    const found = entries(series, sessions);
    expect(found.map(({ uid }) => uid)).toEqual(['series-2026-12-01', 'series-2027-01-06']);
    expect(
      found.map(({ overrides }) => overrides.map(({ localDate, isCancelled }) => [localDate, isCancelled])),
    ).toEqual([[['2026-12-15', false]], [['2027-01-13', true]]]);
    expect(startsOf(series, sessions)).toEqual([
      '2026-12-01T16:00',
      '2026-12-16T18:00',
      '2027-01-06T16:00',
      '2027-01-13T16:00',
      '2027-01-20T16:00',
    ]);
  });

  it('of one that pauses or has ended holds what took place', () => {
    const sessions = [
      onDate('2026-12-01', '2026-12-01T16:00:00.000Z', { state: 'recapped' }),
      onDate('2026-12-08', '2026-12-08T16:00:00.000Z', { state: 'cancelled' }),
    ];
    expect(startsOf(aSeries({ state: 'ended' }), sessions)).toEqual(['2026-12-01T16:00']);
    expect(entries(aSeries({ state: 'paused' }), [])).toEqual([]);
  });

  it('says titles and times alone where that is asked', () => {
    const [plain] = entries(aSeries(), [], 'plain');
    expect(plain).not.toHaveProperty('description');
    expect(plain).not.toHaveProperty('location');
    const [full] = entries(aSeries(), []);
    expect(full).toMatchObject({ title: 'Hours', description: 'Ask.', location: 'https://teams.example.com/1' });
    const own = sessionEntry(
      loaded('id', aSession({ sequence: 2, state: 'cancelled' })),
      loaded('series', aSeries()),
      'full',
    );
    expect(own).toMatchObject({ uid: 'id', sequence: 3, isCancelled: true, location: 'https://teams.example.com/1' });
  });
});

describe('the calendar of a mailbox', () => {
  const { store, close } = memoryStore();
  afterAll(close);
  const asked: (CalendarSeries | string)[] = [];
  let answer: CalendarPut = { kind: 'none' };
  const calendar: CalendarPort = {
    async put(series) {
      asked.push(series);
      return answer;
    },
    async remove(seriesId) {
      asked.push(`remove ${seriesId}`);
      return { kind: 'none' };
    },
  };
  const turn = aTurn(store, { who: aPerson({ personId: 'system' }) });
  const job = calendarSync({ calendar });
  const mailbox = { kind: 'calendarMailbox' } as const;
  let made = 0;
  const kept = async (meeting: Series['meeting']): Promise<string> => {
    const id = `series-${++made}`;
    await store.write([{ op: 'create', kind: 'series', id, body: aSeries({ meeting }) }]);
    return id;
  };
  const run = async (id: string): Promise<readonly WriteOperation[]> => {
    const item = { job: 'calendarSync', subject: id, facts: {}, dueAt: '', usefulUntil: '', wakeAt: '' };
    const operations = await job.run(turn, { ...item, state: 'claimed', fence: 1, attempts: 1 });
    if (operations.length > 0) await store.write(operations);
    return operations;
  };
  const meetingOf = async (id: string) => seriesSchema.parse((await store.get('series', id))?.body).meeting;

  it('gets the series, and its link comes back to the series and the cards', async () => {
    const id = await kept(mailbox);
    const at = '2026-12-02T16:00:00.000Z';
    const moved = { ...onDate('2026-12-01', at).body, seriesId: id };
    await store.write([{ op: 'create', kind: 'session', id: 'moved', body: moved }]);
    answer = {
      kind: 'done',
      eventId: 'event-1',
      joinUrl: 'https://teams.example.com/made',
      repaired: false,
      unshownDates: [],
    };
    const operations = await run(id);
    expect(asked.at(-1)).toMatchObject({
      ...{ seriesId: id, rule: { every: 'week', weekday: 2 }, startsAt: '11:00', isEnded: false },
      overrides: [{ localDate: '2026-12-01', startsAt: new Date(at), isCancelled: false }],
    });
    expect(await meetingOf(id)).toEqual({ ...mailbox, eventId: 'event-1', joinUrl: 'https://teams.example.com/made' });
    expect(operations.filter(({ kind }) => kind === 'dueItem')).toHaveLength(1);
    expect(await run(id)).toEqual([]);
  });

  it('that is busy is asked again when it says, and one that refuses waits for the week', async () => {
    const id = await kept(mailbox);
    answer = { kind: 'later', waitMs: 30_000 };
    const [again] = await run(id);
    expect(again).toMatchObject({
      body: { job: 'calendarSync', dueAt: new Date(today.getTime() + 30_000).toISOString() },
    });
    answer = { kind: 'refused', status: 403, code: 'ErrorAccessDenied' };
    expect(await run(id)).toEqual([]);
    expect(await meetingOf(id)).toEqual(mailbox);
  });

  it('lets go what is held elsewhere from now on', async () => {
    const link = { kind: 'pastedLink', joinUrl: 'https://teams.example.com/own' } as const;
    const id = await kept({ ...link, eventId: 'event-2' });
    await run(id);
    expect(asked.at(-1)).toBe(`remove ${id}`);
    expect(await meetingOf(id)).toEqual(link);
  });

  it('hears of nothing that it does not hold', () => {
    const planned = (meeting: Series['meeting'], port?: CalendarPort) =>
      syncOperations({ calendar: port }, today, 'series', aSeries({ meeting })).length;
    expect([planned(mailbox, calendar), planned({ kind: 'pastedLink' }, calendar), planned(mailbox)]).toEqual([
      1, 0, 0,
    ]);
  });
});
