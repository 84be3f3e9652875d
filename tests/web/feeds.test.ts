/** Calendars by secret link (reliability E4, bad input 65-67): readable by whoever has the link, until it is taken back. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { person } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { host, planned, press, sessionOf } from '../turns/office-hours-kit.ts';

let world: World;
let circle: string;
/** The ids of three sessions, a week between them. */
let sessions: readonly string[];
beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter' } });
  const community = { name: 'Circle, ATTENDEE:mailto:x@example.com; one' };
  const first = await planned(world, { community, series: { title: 'Ask; anything, here' } });
  const later = await Promise.all([1, 2].map((week) => planned(world, { of: first, inHours: 72 + week * 168 })));
  circle = first.communityId;
  sessions = [first, ...later].map(({ sessionId }) => sessionId);
  await press(world, 2, 'rsvpYes', { sessionId: sessions[1] });
});
afterAll(() => world.close());

const linkOf = async (who: number, body: object = {}): Promise<string> =>
  (await asPerson(world, who).post('/api/feeds', body)).body.path;
const read = (path: string, init: RequestInit = {}) => fetch(`${world.url}${path}`, init);
const eventsOf = async (path: string): Promise<ICAL.Event[]> => {
  const calendar = new ICAL.Component(ICAL.parse(await (await read(path)).text()));
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
};

it('shows a community the sessions of its series, by title and time alone', async () => {
  const link = await linkOf(1, { communityId: circle });
  expect(link).toMatch(/^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
  const response = await read(link);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, max-age=300',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
  expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER|DESCRIPTION|LOCATION)/m);
  expect(text).not.toContain(person(2).name);
  const events = await eventsOf(link);
  const starts = await Promise.all(sessions.map(async (id) => (await sessionOf(world, id)).startsAt));
  expect(events.map(({ uid, summary, startDate }) => [uid, summary, startDate.toJSDate().toISOString()])).toEqual(
    sessions.map((id, at) => [id, 'Ask; anything, here', starts[at]]),
  );
});

it('shows a person what they come to, and a host what they host', async () => {
  expect((await eventsOf(await linkOf(2))).map(({ uid }) => uid)).toEqual([sessions[1]]);
  expect(await eventsOf(await linkOf(3))).toEqual([]);
  expect((await eventsOf(await linkOf(host))).map(({ uid }) => uid)).toEqual(sessions);
});

it('answers a reader who has it already in short, and one who asks only whether it is there', async () => {
  const link = await linkOf(4, { communityId: circle });
  const tag = (await read(link)).headers.get('etag') ?? '';
  expect((await read(link, { headers: { 'if-none-match': tag } })).status).toBe(304);
  const head = await read(link, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('is gone when it was taken back, made anew, or its person has left', async () => {
  const [old, other] = [await linkOf(5, { communityId: circle }), await linkOf(5)];
  const fresh = await linkOf(5, { communityId: circle });
  const statuses = async () => Promise.all([old, fresh, other].map(async (link) => (await read(link)).status));
  expect(await statuses()).toEqual([404, 200, 200]);
  expect((await asPerson(world, 5).get('/api/feeds')).body.items).toEqual([
    expect.objectContaining({ name: 'My office hours' }),
    expect.objectContaining({ communityId: circle, usedOn: expect.any(String) }),
  ]);
  expect((await asPerson(world, 5).remove(`/api/feeds/${circle}`)).status).toBe(200);
  expect(await statuses()).toEqual([404, 404, 200]);
  await asPerson(world, 5).post('/api/me/forget', {});
  expect(await statuses()).toEqual([404, 404, 404]);
});

it.each([
  ['an unknown one', `/calendar/${'A'.repeat(43)}.ics`],
  ['a short one', '/calendar/abc.ics'],
  ['another ending', `/calendar/${'A'.repeat(43)}.ics.exe`],
  ['a way out', '/calendar/..%2fhealthz.ics'],
])('answers %s like what does not exist', async (_, path) => {
  expect((await read(path)).status).toBe(404);
});

it('makes no link to a community that is not there', async () => {
  expect((await asPerson(world, 6).post('/api/feeds', { communityId: 'nowhere' })).status).toBe(404);
  expect((await asPerson(world, 6).remove('/api/feeds/mine')).status).toBe(404);
});

it('lets a link be asked sixty times an hour, and says when again', async () => {
  const link = await linkOf(7);
  const statuses = [];
  for (let n = 0; n < 61; n++) statuses.push((await read(link)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect((await read(link)).headers.get('retry-after')).toMatch(/^\d+$/);
});

it('writes of a link only the first letters of its hash into the log', () => {
  const lines = world.log.filter(({ event }) => event.startsWith('calendar.'));
  expect(lines.length).toBeGreaterThan(0);
  for (const { objectId } of lines) expect(objectId).toMatch(/^[0-9a-f]{6}$/);
});
