/** Office hours in the calendar of one mailbox, at the wire: what is put right, what is left alone, and outages (F24). */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarPut, CalendarSeries } from '../../src/core/calendar.ts';
import type { LogFields } from '../../src/core/log.ts';
import { type GraphOptions, graphCalendar } from '../../src/graph/calendar.ts';
import { day, hour, movingClock } from '../helpers/moving-clock.ts';
import { type Behaviour, type GraphStub, graphStub } from './graph-stub.ts';

const mailbox = 'office hours+1@example.com';
const title = "Ask the recruiters' circle";
const at = (instant: string) => new Date(`${instant}Z`);

/** Tuesdays at 15:00 in Madrid, one hour; the clock begins on the Monday before the fourth one. */
const series: CalendarSeries = {
  ...{ seriesId: "series-o'one", title, description: 'Bring your questions.' },
  ...{ rule: { every: 'week', weekday: 2 }, startsAt: '15:00', durationMinutes: 60, zone: 'Europe/Madrid' },
  ...{ firstDate: '2026-11-02', skipDates: [], overrides: [], isEnded: false },
};
const override = (localDate: string, startsAt: string, more: { isCancelled?: boolean } = {}) => {
  const start = at(startsAt);
  return { localDate, startsAt: start, endsAt: new Date(start.getTime() + hour), isCancelled: false, ...more };
};

let graph: GraphStub;
let clock = movingClock();
let lines: { event: string; fields: LogFields | undefined }[] = [];
let tokens = 0;

beforeEach(async () => {
  graph = await graphStub();
  clock = movingClock();
  lines = [];
  tokens = 0;
});
afterEach(() => graph.close());

const note = (event: string, fields?: LogFields) => void lines.push({ event, fields });
const credential = async () => ({
  getToken: async () => ({ token: `token-${++tokens}`, expiresOnTimestamp: clock.now().getTime() + hour }),
});
const calendar = (more: Partial<GraphOptions> = {}) =>
  graphCalendar({
    ...{ mailbox, clock, baseUrl: graph.baseUrl, credential, log: { info: note, warn: note, error: note } },
    ...more,
  });

async function put(wanted: CalendarSeries, known?: { eventId: string }, port = calendar()) {
  graph.lately();
  const came = await port.put(wanted, known);
  return { ...came, requests: graph.lately().join(' ') };
}
const idIn = (came: CalendarPut) => {
  if (came.kind !== 'done') throw new Error(`not done but ${came.kind}`);
  return { eventId: came.eventId };
};
const made = async (wanted = series) => idIn(await calendar().put(wanted));
const shown = (from = '2026-11-24', count = 3) =>
  graph
    .shown()
    .filter((each) => each >= from)
    .slice(0, count);

describe('a series', () => {
  it('is made once, with a meeting, without anybody', async () => {
    const first = await put(series);
    expect(first).toEqual({
      ...{ kind: 'done', eventId: 'event/1=', joinUrl: 'https://teams.microsoft.com/l/meetup-join/event/1=' },
      ...{ repaired: false, unshownDates: [], requests: 'GET POST GET' },
    });
    expect(graph.events[0]?.body).toEqual({
      ...{ subject: title, body: { contentType: 'text', content: 'Bring your questions.' } },
      start: { dateTime: '2026-11-03T15:00:00', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-11-03T16:00:00', timeZone: 'Romance Standard Time' },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: { type: 'noEnd', startDate: '2026-11-03' },
      },
      ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness', transactionId: expect.any(String) },
      singleValueExtendedProperties: [{ id: expect.stringContaining('FieldbookSeries'), value: series.seriesId }],
    });
    expect(graph.asked[0]).toMatchObject({
      path: expect.stringMatching(/^\/v1\.0\/users\/office%20hours%2B1%40example\.com\/events\?/),
      ...{ prefer: 'outlook.timezone="Romance Standard Time"', authorization: 'Bearer token-1' },
    });
  });

  it('costs two reads and no write when it stands as it should, across a change of the clocks too', async () => {
    const known = await made();
    expect(await put(series, known)).toMatchObject({ repaired: false, requests: 'GET GET' });
    clock.pass(110 * day);
    expect(shown('2027-03-23', 2)).toEqual(['2027-03-23T14:00', '2027-03-30T13:00']);
    expect(await put(series, known)).toMatchObject({ repaired: false, unshownDates: [], requests: 'GET GET' });
  });

  it('says so when its link is another one than people have', async () => {
    const known = await made();
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/event/1=';
    expect(await put({ ...series, joinUrl }, known)).toMatchObject({ repaired: false, joinUrl, requests: 'GET GET' });
    const older = { ...series, joinUrl: 'https://teams.microsoft.com/l/meetup-join/older' };
    expect(await put(older, known)).toMatchObject({ repaired: true, joinUrl, requests: 'GET GET' });
  });

  it('is found again by its mark when nobody kept its id', async () => {
    await made();
    expect(await put(series)).toMatchObject({ eventId: 'event/1=', repaired: false, requests: 'GET GET' });
  });

  it('is made once by two instances at the same moment', async () => {
    const came = await Promise.all([calendar().put(series), calendar().put(series)]);
    expect(came.map(idIn)).toEqual([{ eventId: 'event/1=' }, { eventId: 'event/1=' }]);
    expect(graph.events).toHaveLength(1);
  });

  it.each<[what: string, change: Partial<CalendarSeries>, patch: object]>([
    ['the title', { title: 'Another name' }, { subject: 'Another name' }],
    [
      'the time',
      { startsAt: '16:30', durationMinutes: 45 },
      {
        start: { dateTime: '2026-11-03T16:30:00', timeZone: 'Romance Standard Time' },
        end: { dateTime: '2026-11-03T17:15:00', timeZone: 'Romance Standard Time' },
      },
    ],
    ['the length', { durationMinutes: 30 }, { end: { dateTime: '2026-11-03T15:30:00' } }],
    ['the rule', { rule: { every: 'twoWeeks', weekday: 2 } }, { recurrence: { pattern: { interval: 2 } } }],
    ['the end', { lastDate: '2026-12-15' }, { recurrence: { range: { type: 'endDate', endDate: '2026-12-15' } } }],
    ['the zone', { zone: 'Europe/Warsaw' }, { start: { timeZone: 'Central European Standard Time' } }],
  ])('whose %s changes is patched, its link stays', async (_what, change, patch) => {
    const known = await made();
    const changed = { ...series, ...change };
    const came = await put(changed, known);
    expect(came).toMatchObject({ ...known, repaired: true, joinUrl: expect.stringContaining('event/1=') });
    const sent = graph.asked.findLast(({ method }) => method === 'PATCH')?.body;
    expect(sent).toMatchObject(patch);
    expect(Object.keys(Object(sent))).not.toEqual(expect.arrayContaining(['body']));
    expect(await put(changed, known)).toMatchObject({ repaired: false, requests: 'GET GET' });
  });

  it('deleted by hand is made again, under another number and with another link', async () => {
    const known = await made();
    await calendar().remove(series.seriesId, known);
    const again = await put(series, known);
    expect(again).toMatchObject({ eventId: 'event/2=', repaired: true, requests: 'GET GET POST GET' });
    // Without its id only the service knows that the number was used.
    graph.events.splice(0);
    expect(await put(series)).toMatchObject({ eventId: 'event/3=', requests: 'GET POST GET POST GET' });
  });

  it('without its meeting gets one', async () => {
    const known = await made();
    for (const { body } of graph.events) body.isOnlineMeeting = false;
    expect(await put(series, known)).toMatchObject({ repaired: true, joinUrl: expect.any(String) });
    expect(graph.asked.findLast(({ method }) => method === 'PATCH')?.body).toEqual({
      ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
    });
  });

  it('that ended keeps what has begun, and goes when nothing has', async () => {
    const known = await made();
    const ended = { ...series, isEnded: true };
    expect(await put(ended, known)).toMatchObject({ kind: 'done', repaired: true, requests: 'GET PATCH' });
    expect(graph.shown()).toEqual(['2026-11-03T14:00', '2026-11-10T14:00', '2026-11-17T14:00']);
    expect(await put(ended, known)).toMatchObject({ kind: 'done', repaired: false, requests: 'GET' });
    clock.pass(30 * day);
    expect(await put(ended, known)).toMatchObject({ kind: 'done', repaired: false, requests: 'GET' });
    const early = { ...ended, firstDate: '2027-01-05', seriesId: 'series-2' };
    await made({ ...early, isEnded: false });
    expect(await put(early)).toEqual({ kind: 'none', requests: 'GET DELETE' });
    expect(await put(early)).toEqual({ kind: 'none', requests: 'GET' });
  });

  it.each([
    ['in a zone that Windows does not have', { zone: 'Antarctica/Troll' }, 'unknownZone'],
    ['without a date', { lastDate: '2026-11-02' }, 'noDates'],
  ])('%s is refused before anything is asked', async (_what, change, code) => {
    expect(await put({ ...series, ...change })).toEqual({ kind: 'refused', status: 0, code, requests: '' });
  });

  it('of the mailbox that was configured before is made in this one', async () => {
    graph.plan.push({ status: 400, text: '{"error":{"code":"ErrorInvalidMailboxItemId"}}' });
    expect(await put(series, { eventId: 'elsewhere' })).toMatchObject({ kind: 'done', eventId: 'event/1=' });
  });

  it('is taken out whole, once and again', async () => {
    const known = await made();
    expect(await calendar().remove(series.seriesId, known)).toEqual({ kind: 'none' });
    expect(graph.events).toEqual([]);
    expect(await calendar().remove(series.seriesId, known)).toEqual({ kind: 'none' });
  });
});

describe('a single date', () => {
  it('is moved, cancelled and skipped with one request each, then left alone', async () => {
    const wanted = {
      ...series,
      overrides: [
        override('2026-11-24', '2026-11-25T09:00'),
        override('2026-12-01', '2026-12-01T14:00', { isCancelled: true }),
      ],
      skipDates: ['2026-12-08', '2027-06-01'],
    };
    const first = await put(wanted);
    expect(first).toMatchObject({ repaired: false, requests: 'GET POST GET DELETE DELETE DELETE PATCH' });
    expect(shown()).toEqual(['2026-11-25T09:00', '2026-12-15T14:00', '2026-12-22T14:00']);
    expect(graph.shown()).not.toContain('2027-06-01T13:00');
    expect(await put(wanted, idIn(first))).toMatchObject({ repaired: false, requests: 'GET GET' });
  });

  it('far ahead is left for later: Exchange takes two years at once', async () => {
    await put({ ...series, skipDates: ['2035-01-02'] });
    const { searchParams } = new URL(graph.asked.at(-1)?.path ?? '', graph.baseUrl);
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(searchParams.get(name) ?? ''));
    expect((to ?? 0) - (from ?? 0)).toBe((31 + 600 + 31) * day);
  });

  it('moved, shortened or renamed by hand comes back; what is over stays', async () => {
    const known = await made();
    graph.byHand('2026-11-24', { start: +at('2026-11-20T09:00'), end: +at('2026-11-20T10:00') });
    graph.byHand('2026-12-01', { start: +at('2026-12-01T14:00'), end: +at('2026-12-01T14:30') });
    graph.byHand('2026-12-08', { start: +at('2026-12-08T14:00'), end: +at('2026-12-08T15:00'), subject: 'Lunch' });
    graph.byHand('2026-11-17', { start: +at('2026-11-18T09:00'), end: +at('2026-11-18T10:00') });
    expect(await put(series, known)).toMatchObject({ repaired: true, requests: 'GET GET PATCH PATCH PATCH' });
    expect(shown('2026-11-18')).toEqual(['2026-11-18T09:00', '2026-11-24T14:00', '2026-12-01T14:00']);
    expect(graph.shown()).toContain(`2026-12-08T14:00 ${title}`);
    expect(await put(series, known)).toMatchObject({ repaired: false, requests: 'GET GET' });
  });

  it('deleted by hand is named, since the calendar does not give it back', async () => {
    const known = await made();
    graph.byHand('2026-12-01', 'delete');
    const came = await put(series, known);
    expect(came).toMatchObject({ unshownDates: ['2026-12-01'], repaired: false, requests: 'GET GET' });
  });

  it('moved past its neighbour is refused: that one is named, the others are done', async () => {
    const overrides = [override('2026-11-24', '2026-12-02T14:00'), override('2026-12-08', '2026-12-09T14:00')];
    const came = await put({ ...series, overrides }, await made());
    expect(came).toMatchObject({ kind: 'done', unshownDates: ['2026-11-24'], requests: 'GET GET PATCH PATCH' });
    expect(shown()).toEqual(['2026-11-24T14:00', '2026-12-01T14:00', '2026-12-09T14:00']);
  });

  it('is put right one by one where Windows knows a zone by other rules than ours', async () => {
    const wanted = { ...series, zone: 'America/Ojinaga', lastDate: '2026-12-09' };
    const first = await put(wanted);
    expect(first).toMatchObject({ repaired: false, requests: 'GET POST GET PATCH PATCH PATCH' });
    // In the stand-in Ojinaga is an hour behind, as it was until 2022.
    expect(shown()).toEqual(['2026-11-24T21:00', '2026-12-01T21:00', '2026-12-08T21:00']);
    expect(await put(wanted, idIn(first))).toMatchObject({ repaired: false, requests: 'GET GET' });
  });

  it('gone while we work is no trouble', async () => {
    const known = await made();
    graph.plan.push(undefined, undefined, { status: 404, text: '{"error":{"code":"ErrorItemNotFound"}}' });
    expect(await put({ ...series, skipDates: ['2026-12-01'] }, known)).toMatchObject({ kind: 'done' });
  });

  it('is read from every page, on the same host alone', async () => {
    const known = await made();
    graph.pageSize = 5;
    graph.byHand('2027-01-05', { start: +at('2027-01-06T09:00'), end: +at('2027-01-06T10:00') });
    expect(await put(series, known)).toMatchObject({ requests: 'GET GET GET GET GET PATCH' });
    const strangers = await graphStub();
    graph.nextHost = strangers.baseUrl.replace('/v1.0', '');
    expect(await put(series, known)).toMatchObject({ kind: 'later', requests: 'GET GET' });
    expect(strangers.asked).toEqual([]);
    await strangers.close();
  });
});

describe('an outage', () => {
  const html = { status: 200, text: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } };
  const refusal = (status: number, code: string) => ({ status, text: JSON.stringify({ error: { code } }) });
  const until = { 'retry-after': new Date(Date.parse('2026-11-23T10:00:45Z')).toUTCString() };

  it.each<[name: string, how: Behaviour, came: CalendarPut]>([
    ['429 with 30 s', { status: 429, headers: { 'retry-after': '30' } }, { kind: 'later', waitMs: 30_000 }],
    ['429 until a moment', { status: 429, headers: until }, { kind: 'later', waitMs: 45_000 }],
    ['429 without', { status: 429 }, { kind: 'later', waitMs: 60_000 }],
    ['429 with nonsense', { status: 429, headers: { 'retry-after': 'soon' } }, { kind: 'later', waitMs: 60_000 }],
    ['429 with a week', { status: 429, headers: { 'retry-after': '604800' } }, { kind: 'later', waitMs: 3_600_000 }],
    ['429 with nothing', { status: 429, headers: { 'retry-after': '0' } }, { kind: 'later', waitMs: 1_000 }],
    ['503', { status: 503, headers: { 'retry-after': '5' } }, { kind: 'later', waitMs: 5_000 }],
    ['504', { status: 504, text: '<html>' }, { kind: 'later', waitMs: 60_000 }],
    ['a conflict', refusal(409, 'ErrorIrresolvableConflict'), { kind: 'later', waitMs: 60_000 }],
    ['a broken line', 'reset', { kind: 'later', waitMs: 60_000 }],
    ['a page for people', html, { kind: 'later', waitMs: 60_000 }],
    ['half an answer', { status: 200, text: '{"id":"event/1=","sub' }, { kind: 'later', waitMs: 60_000 }],
    ['another shape', { status: 200, text: '{"id":7}' }, { kind: 'later', waitMs: 60_000 }],
    ['a way to elsewhere', { status: 302, headers: { location: '/else' } }, { kind: 'later', waitMs: 60_000 }],
    ['400', refusal(400, 'ErrorBad'), { kind: 'refused', status: 400, code: 'ErrorBad' }],
    ['401', refusal(401, 'InvalidToken'), { kind: 'refused', status: 401, code: 'InvalidToken' }],
    ['403', refusal(403, 'ErrorAccessDenied'), { kind: 'refused', status: 403, code: 'ErrorAccessDenied' }],
    ['403 in words', { status: 403, text: title }, { kind: 'refused', status: 403, code: 'unknown' }],
  ])('%s is a value, asked once, in one line of the log', async (_name, how, came) => {
    const known = await made();
    lines = [];
    graph.plan.push(how);
    expect(await put(series, known)).toEqual({ ...came, requests: 'GET' });
    expect(lines.map(({ event }) => event)).toEqual([`calendar.${came.kind}`]);
  });

  it('in the middle leaves what was done, and the next time goes on from there', async () => {
    const known = await made();
    const wanted = { ...series, skipDates: ['2026-12-01', '2026-12-08'] };
    graph.plan.push(undefined, undefined, undefined, { status: 503 });
    expect(await put(wanted, known)).toMatchObject({ kind: 'later', requests: 'GET GET DELETE DELETE' });
    expect(await put(wanted, known)).toMatchObject({ kind: 'done', requests: 'GET GET DELETE' });
  });

  it('that took the answer to the making of an event makes no second one', async () => {
    graph.plan.push(undefined, 'lost');
    expect(await put(series)).toMatchObject({ kind: 'later' });
    expect(await put(series)).toMatchObject({ kind: 'done', eventId: 'event/1=' });
    expect(graph.events).toHaveLength(1);
  });

  it('without an answer ends at the deadline of a request, and of all together', async () => {
    const known = await made();
    graph.plan.push('hang');
    const slow = calendar({ pace: { totalMs: 60_000, attemptMs: 50 } });
    expect(await put(series, known, slow)).toEqual({ kind: 'later', waitMs: 60_000, requests: 'GET' });
    graph.plan.push(undefined, 'hang');
    const whole = calendar({ pace: { totalMs: 200, attemptMs: 60_000 } });
    expect(await put(series, known, whole)).toEqual({ kind: 'later', waitMs: 60_000, requests: 'GET GET' });
    expect(lines.map(({ fields }) => fields?.code)).toEqual(expect.arrayContaining(['timeout', 'timeout']));
  });

  it('of the token service is waited for, and asks nothing of the calendar', async () => {
    const fails = async () => ({
      getToken: () => Promise.reject(Object.assign(new Error(`no identity for ${mailbox}`), { name: 'NoIdentity' })),
    });
    const hangs = async () => ({ getToken: () => new Promise<null>(() => undefined) });
    for (const [unable, code] of [
      [fails, 'NoIdentity'],
      [hangs, 'TimeoutError'],
    ] as const) {
      const port = calendar({ credential: unable, pace: { totalMs: 100, attemptMs: 50 } });
      expect(await put(series, undefined, port)).toEqual({ kind: 'later', waitMs: 60_000, requests: '' });
      expect(lines.at(-1)?.fields).toMatchObject({ code });
    }
  });
});

describe('a token', () => {
  it('is kept until five minutes before its end, and dropped when it is not taken', async () => {
    const port = calendar();
    const known = idIn(await port.put(series));
    clock.pass(hour - 301_000);
    await port.put(series, known);
    expect(tokens).toBe(1);
    clock.pass(2_000);
    await port.put(series, known);
    expect(tokens).toBe(2);
    graph.plan.push({ status: 401 });
    await port.put(series, known);
    await port.put(series, known);
    expect(tokens).toBe(3);
  });
});

it('logs no title, no mailbox, no link and no words of the service', async () => {
  const known = await made();
  graph.byHand('2026-12-01', { start: +at('2026-12-02T14:00'), end: +at('2026-12-02T15:00') });
  await put(series, known);
  for (const how of [{ status: 429 }, { status: 403, text: title }, 'reset'] as const) {
    graph.plan.push(how);
    await put(series, known);
  }
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(JSON.stringify(lines)).not.toMatch(/recruiters|example\.com|token-|teams\.microsoft|words of|questions/i);
  const allowed = ['objectId', 'status', 'code', 'requests'];
  for (const { fields } of lines) expect(allowed).toEqual(expect.arrayContaining(Object.keys(fields ?? {})));
});
