/** Office hours through the tab's API: who may plan, what is wrong all at once, versions, lists, what one session goes through, and its files. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/core/ids.ts';
import { topic } from '../../src/features/office-hours/model.ts';
import { sessionsRead } from '../files/ics-reader.ts';
import { aCommunity, hostNumber as host } from '../helpers/a-session.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson } from '../helpers/api.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [admin, second, ana, ben, cleo, stranger] = [951, 952, 953, 954, 955, 956];
const idOf = (number: number): string => person(number).aadObjectId;
const [open, closed] = ['circle-open', 'circle-closed'];
let world: World;
const storeOf = () => world.running.store.forTenant(tenantId);
const as = (who: number) => asPerson(world, who);
const madrid = { 'time-zone': 'Europe/Madrid' };

beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter' } });
  await givenTo(storeOf(), admin, ['admin']);
  for (const who of [host, second, ana, ben, cleo, stranger]) await givenTo(storeOf(), who, []);
  const hostIds = [idOf(host), idOf(second)];
  const made = await storeOf().write([
    { op: 'create', kind: 'community', id: open, body: aCommunity({ name: 'Reports', hostIds }) },
    {
      ...{ op: 'create', kind: 'community', id: closed },
      body: aCommunity({ name: 'Closed', hostIds, departmentIds: ['none-of-theirs'] }),
    },
  ]);
  expect(made.kind).toBe('ok');
});
afterAll(() => world.close());

const plan = (change: object = {}) => ({
  ...{ communityId: open, activate: true, title: 'Reports with AI', purpose: 'Bring your questions.' },
  ...{ firstDate: '2026-12-01', startsAt: '11:00', every: 'week', durationMinutes: 45, zone: 'America/New_York' },
  ...{ meetingKind: 'pastedLink', joinUrl: 'https://meet.example.com/reports', hostIds: [idOf(host)] },
  agendaOpensHours: 72,
  ...change,
});

interface Made {
  readonly id: string;
  readonly version: string;
}

async function posted(change: object = {}): Promise<Made> {
  const { status, body } = await as(host).post('/api/series', plan(change));
  expect([status, body]).toEqual([201, expect.anything()]);
  return { id: body.id, version: body.version };
}

/** The first session of a series that was just posted, as somebody reads it. */
async function sessionOf(series: Made, who = ana): Promise<ApiAnswer['body']> {
  const { dates } = (await as(host).get(`/api/series/${series.id}`)).body;
  return (await as(who).get(`/api/sessions/${dates[0].sessionId}`, madrid)).body;
}
const firstOf = async (change: object = {}, who = ana) => sessionOf(await posted(change), who);
const said = ({ status, body }: ApiAnswer) => ({ status, error: body?.error });
const problems = ({ body }: ApiAnswer): string[] =>
  body.fields.map(({ path, error }: { path: string; error: string }) => `${path} ${error}`).toSorted();

describe('planning', () => {
  it('is for the hosts of a community, whatever else somebody may do', async () => {
    expect(said(await as(host).post('/api/series', plan()))).toEqual({ status: 201, error: undefined });
    for (const who of [ana, admin]) {
      const refused = await as(who).post('/api/series', plan());
      expect(said(refused)).toEqual({ status: 403, error: 'forbidden' });
      expect(refused.body.message).toContain(person(host).name);
      expect(said(await as(who).post('/api/series/preview', {}))).toEqual({ status: 400, error: 'field_required' });
    }
    const elsewhere = [closed, 'nowhere'].map((communityId) => plan({ communityId }));
    for (const body of elsewhere)
      expect(said(await as(stranger).post('/api/series', body))).toEqual({ status: 403, error: 'forbidden' });
    expect(said(await as(host).post('/api/series', plan({ communityId: 'nowhere' })))).toMatchObject({ status: 404 });
    expect((await as(host).get('/api/series-options')).body.offers).toHaveLength(2);
    expect((await as(ana).get('/api/series-options')).body).toMatchObject({ offers: [], whoCan: expect.any(String) });
  });

  it('says all that is wrong at once, field by field', async () => {
    const wrong = {
      zone: 'Mars/Base',
      durationMinutes: 1_500,
      firstDate: '2026-02-30',
      title: ' ',
      joinUrl: 'http://x',
    };
    const answer = await as(host).post('/api/series', plan({ ...wrong, lastDate: 'soon', capacity: 0 }));
    expect(answer.status).toBe(400);
    expect(problems(answer)).toEqual([
      'capacity field_number',
      'durationMinutes too_long',
      'firstDate bad_date',
      'joinUrl bad_url',
      'lastDate bad_date',
      'title field_required',
      'zone bad_time_zone',
    ]);
    const times = await as(host).post(
      '/api/series',
      plan({ ...wrong, title: 'T', joinUrl: 'https://meet.example.com', firstDate: '2020-01-07' }),
    );
    expect(problems(times)).toEqual(['durationMinutes too_long', 'zone bad_time_zone']);
    const past = plan({ firstDate: '2020-01-07', durationMinutes: 5, count: 400 });
    expect(problems(await as(host).post('/api/series', past))).toEqual([
      'count too_many_occurrences',
      'durationMinutes bad_end',
      'firstDate start_in_past',
    ]);
    const gap = plan({ firstDate: '2027-03-28', startsAt: '02:30', zone: 'Europe/Madrid', every: 'once' });
    const refused = await as(host).post('/api/series', gap);
    expect(problems(refused)).toEqual(['startsAt time_gap']);
    expect(refused.body.message).toBe('02:30 does not exist that day; use 03:30.');
    expect(said(await as(host).post('/api/series', { ...plan(), hostId: 'x' }))).toMatchObject({
      error: 'unknown_field',
    });
  });

  it('shows the next dates before it is posted, with the days on which the clocks change', async () => {
    const { activate: _, ...shown } = plan({ firstDate: '2027-03-21', startsAt: '02:30', zone: 'Europe/Madrid' });
    const { status, body } = await as(host).post('/api/series/preview', shown);
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    expect(body.dates.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
      '2027-03-21T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-04-04T00:30:00.000Z',
      '2027-04-11T00:30:00.000Z',
      '2027-04-18T00:30:00.000Z',
    ]);
    expect(body.dates[1].clock).toContain('03:30');
    expect(body.facts.join()).toContain('Every Sunday, 02:30 (Madrid), 45 minutes');
    const { joinUrl: __, ...unlinked } = shown;
    const missing = (await as(host).post('/api/series/preview', unlinked)).body;
    expect(missing.dates).toHaveLength(5);
    expect(missing.problems).toEqual([expect.objectContaining({ path: 'joinUrl', error: 'field_required' })]);
  });

  it('of the same form sent twice makes one series', async () => {
    const formId = newId();
    const both = await Promise.all([1, 2].map(() => as(host).post('/api/series', plan({ formId }))));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
  });

  it('keeps a draft to its hosts until it is posted', async () => {
    const draft = await posted({ activate: false, title: 'Only an idea' });
    expect((await as(ana).get(`/api/series/${draft.id}`)).status).toBe(404);
    expect((await as(second).get(`/api/series/${draft.id}`)).body.dates).toEqual([]);
    const listed = async (who: number) => JSON.stringify((await as(who).get('/api/series?limit=100')).body.items);
    expect([(await listed(ana)).includes(draft.id), (await listed(host)).includes(draft.id)]).toEqual([false, true]);
    const { status, body } = await as(host).post(`/api/series/${draft.id}/activate`, {}, draft.version);
    expect([status, body.dates.length]).toEqual([200, 5]);
    expect((await as(ana).get(`/api/series/${draft.id}`)).status).toBe(200);
  });
});

describe('a series', () => {
  const event = (who: number, { id, version }: Made, name: string, body: object = {}) =>
    as(who).post(`/api/series/${id}/${name}`, body, version);
  const states = async ({ id }: Made) => {
    const { items } = await storeOf().find({ kind: 'session', where: [['seriesId', '=', id]], limit: 100 });
    return items.map(({ body }) => Object(body).state);
  };

  it('is changed by the version that was read, and says before what happens', async () => {
    const series = await posted();
    expect(said(await as(host).post(`/api/series/${series.id}/pause`))).toMatchObject({ status: 428 });
    expect(said(await event(ana, series, 'pause'))).toEqual({ status: 403, error: 'forbidden' });
    expect(said(await event(admin, series, 'pause'))).toEqual({ status: 403, error: 'forbidden' });
    const foreseen = await event(host, series, 'skip/preview', { date: '2026-12-08' });
    expect(foreseen.body).toMatchObject({ changes: ['One session is cancelled.'], told: [expect.any(String)] });
    const skipped = await event(host, series, 'skip', { date: '2026-12-08', reason: 'A holiday' });
    expect(skipped.status).toBe(200);
    expect(said(await event(host, series, 'pause'))).toEqual({ status: 412, error: 'stale' });
    const now = { id: series.id, version: skipped.body.version };
    expect(problems(await event(host, now, 'skip', { date: '2026-12-09' }))).toEqual(['date field_choice']);
    expect(problems(await event(host, now, 'skip', { date: '2026-02-30' }))).toEqual(['date bad_date']);
    const { activate: _, communityId: __, ...later } = plan({ firstDate: '2026-12-16', startsAt: '09:00' });
    const ahead = (await event(host, now, 'change/preview', later)).body;
    expect(ahead.changes.join()).toMatch(/cancelled|move/);
    const changed = await event(host, now, 'change', later);
    expect(changed.body).toMatchObject({ rule: expect.stringContaining('Every Wednesday, 09:00') });
    const again = { id: series.id, version: changed.body.version };
    expect(said(await event(host, again, 'change', { ...later, zone: 'Mars/Base' }))).toMatchObject({ status: 400 });
  });

  it('pauses, goes on and ends; an administrator may end it', async () => {
    const series = await posted();
    const all = (await states(series)).length;
    const paused = await event(host, series, 'pause', { reason: 'Summer' });
    expect([paused.body.status.word, new Set(await states(series))]).toEqual(['Paused', new Set(['cancelled'])]);
    const resumed = await event(host, { ...series, version: paused.body.version }, 'resume');
    expect(await states(series)).toEqual(Array.from({ length: all }, () => 'scheduled'));
    const ended = await event(admin, { ...series, version: resumed.body.version }, 'end');
    expect([ended.status, new Set(await states(series))]).toEqual([200, new Set(['cancelled'])]);
    expect(said(await event(host, { ...series, version: ended.body.version }, 'pause'))).toMatchObject({ status: 409 });
  });

  it('leaves as a file that other calendars read at the same instants', async () => {
    const series = await posted({ firstDate: '2027-03-02', title: 'Across the change; of clocks' });
    const first = await sessionOf(series);
    const moved = { date: '2027-03-03', startsAt: '12:00' };
    await as(host).post(`/api/sessions/${first.id}/move`, moved, first.version);
    const { status, body } = await as(ana).get(`/api/series/${series.id}/calendar`);
    expect([status, body.name]).toEqual([200, 'Across-the-change-of-clocks.ics']);
    expect(sessionsRead(body.text, 3)).toEqual([
      '2027-03-03T17:00:00.000Z/2027-03-03T17:45:00.000Z',
      '2027-03-09T16:00:00.000Z/2027-03-09T16:45:00.000Z',
      '2027-03-16T15:00:00.000Z/2027-03-16T15:45:00.000Z',
    ]);
    const one = await as(ana).get(`/api/sessions/${first.id}/calendar`);
    expect(one.body.text).toContain('DTSTART;TZID=America/New_York:20270303T120000');
    for (const path of [`/api/series/${newId()}/calendar`, `/api/sessions/${newId()}/calendar`])
      expect((await as(ana).get(path)).status).toBe(404);
  });
});

describe('lists', () => {
  const listed = async (who: number, query: string) =>
    (await as(who).get(`/api/sessions?limit=100&${query}`, madrid)).body.items as ApiAnswer['body'][];
  const starts = (items: readonly { startsAt: string }[]) => items.map(({ startsAt }) => startsAt);

  it('have what is to come first, page after page, and what is hidden is not there', async () => {
    const hidden = await posted({ communityId: closed, title: 'Not for all' });
    const secret = await sessionOf(hidden, host);
    const items = await listed(ana, '');
    expect(starts(items)).toEqual(starts(items).toSorted());
    expect(items.every(({ endsAt }) => endsAt > world.clock.now().toISOString())).toBe(true);
    expect(JSON.stringify(items)).not.toContain('Not for all');
    expect(JSON.stringify(await listed(host, `community=${closed}`))).toContain('Not for all');
    expect(await listed(ana, `community=${closed}`)).toEqual([]);
    for (const path of [`/api/sessions/${secret.id}`, `/api/series/${hidden.id}`])
      expect(said(await as(ana).get(path))).toEqual({ status: 404, error: 'not_found' });
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { body } = await as(ana).get(`/api/sessions?limit=7${next ? `&cursor=${next}` : ''}`, madrid);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(paged).toEqual(items.map(({ id }) => id));
  });

  it('take days of the reader, and no others', async () => {
    const { items } = (await as(ana).get('/api/sessions?from=2026-12-01&to=2026-12-01', madrid)).body;
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(starts(items))).toEqual(new Set(['2026-12-01T16:00:00.000Z']));
    const tries: [query: string, path: string, error: string][] = [
      ['from=2026-02-30', 'from', 'bad_date'],
      ['to=tomorrow', 'to', 'bad_date'],
      ['from=2026-12-02&to=2026-12-01', 'to', 'bad_range'],
      ['from=2020-01-01&to=2030-01-01', 'to', 'bad_range'],
    ];
    for (const [query, path, error] of tries) {
      const answer = await as(ana).get(`/api/sessions?${query}`, madrid);
      expect([query, said(answer), problems(answer)]).toEqual([query, { status: 400, error }, [`${path} ${error}`]]);
    }
  });

  it('can be of what is one’s own, and of what is over', async () => {
    const first = await firstOf();
    await as(ben).post(`/api/sessions/${first.id}/rsvp`, { answer: 'maybe' });
    expect((await listed(ben, 'mine=yes')).map(({ id }) => id)).toEqual([first.id]);
    await as(ben).post(`/api/sessions/${first.id}/rsvp`, { answer: 'no' });
    expect(await listed(ben, 'mine=yes')).toEqual([]);
    expect((await listed(host, 'mine=yes')).length).toBeGreaterThan(0);
    expect(await listed(ana, 'past=yes')).toEqual([]);
  });
});

describe('one session', () => {
  const rsvp = (who: number, id: string, answer: string) => as(who).post(`/api/sessions/${id}/rsvp`, { answer });
  const hosted = (id: string, name: string, body: object, version: string, who = host) =>
    as(who).post(`/api/sessions/${id}/${name}`, body, version);
  const read = async (who: number, id: string) => (await as(who).get(`/api/sessions/${id}`, madrid)).body;

  it('has seats, a waiting list in order, and says so to each', async () => {
    const { id } = await firstOf({ capacity: 1 });
    expect((await rsvp(ana, id, 'yes')).body).toMatchObject({
      own: { answer: 'yes', isReminded: true },
      seats: '1 of 1 places taken',
    });
    const waiting = await rsvp(ben, id, 'yes');
    expect(waiting.body).toMatchObject({ own: { answer: 'waiting', waitingNumber: 1 } });
    expect(waiting.body.note).toContain('1');
    expect((await rsvp(cleo, id, 'yes')).body.own).toMatchObject({ waitingNumber: 2 });
    expect((await rsvp(ana, id, 'no')).body.own).toMatchObject({ answer: 'no' });
    expect((await read(ben, id)).own).toMatchObject({ answer: 'yes' });
    const quiet = await as(ben).post(`/api/sessions/${id}/reminders`, { isOn: false });
    expect(quiet.body.own).toMatchObject({ answer: 'yes', isReminded: false });
    expect((await as(ana).post(`/api/sessions/${newId()}/rsvp`, { answer: 'yes' })).status).toBe(404);
    expect(said(await rsvp(ana, id, 'perhaps'))).toEqual({ status: 400, error: 'field_choice' });
  });

  it('is moved, given away and cancelled by its hosts, whoever says meanwhile that they come', async () => {
    const first = await firstOf({}, host);
    const { id, version } = first;
    await rsvp(ana, id, 'yes');
    const when = { date: '2026-12-02', startsAt: '10:30' };
    for (const who of [ana, admin])
      expect(said(await hosted(id, 'move', when, version, who))).toEqual({ status: 403, error: 'forbidden' });
    expect(said(await as(host).post(`/api/sessions/${id}/move`, when))).toMatchObject({ status: 428 });
    const wrong = await hosted(id, 'move', { date: '2020-12-02', startsAt: '10:30', durationMinutes: 5 }, version);
    expect(problems(wrong)).toEqual(['date start_in_past', 'durationMinutes bad_end']);
    const moved = await hosted(id, 'move', when, version);
    expect(moved.body).toMatchObject({
      startsAt: '2026-12-02T15:30:00.000Z',
      status: { word: 'Moved' },
      movedFrom: first.startsAt,
    });
    expect(said(await hosted(id, 'cancel', { reason: 'Ill' }, version))).toEqual({ status: 412, error: 'stale' });
    const given = await hosted(id, 'rehost', { hostId: idOf(second) }, moved.body.version, admin);
    expect(given.body.host).toBe(person(second).name);
    expect(problems(await hosted(id, 'rehost', { hostId: idOf(ana) }, given.body.version))).toEqual([
      'hostId field_choice',
    ]);
    expect(problems(await hosted(id, 'cancel', { reason: ' ' }, given.body.version))).toEqual([
      'reason field_required',
    ]);
    const cancelled = await hosted(id, 'cancel', { reason: 'The room is gone' }, given.body.version);
    expect(cancelled.body).toMatchObject({ status: { word: 'Cancelled' }, reason: 'The room is gone', isOpen: false });
    expect(said(await rsvp(ben, id, 'yes'))).toMatchObject({ status: 409, error: 'session_cancelled' });
  });

  it('talks about what people propose and want, in the order of its host', async () => {
    const { id } = await firstOf();
    const propose = (who: number, title: string, kind = 'question') =>
      as(who).post(`/api/sessions/${id}/propose`, { title, kind, isNamed: false });
    expect(problems(await propose(ana, ' '))).toEqual(['title field_required']);
    expect(problems(await propose(ana, 'x'.repeat(121)))).toEqual(['title field_length']);
    const mine = (await propose(ana, 'How long may a prompt be?')).body.topics[0];
    expect(mine).toMatchObject({ isMine: true, mayWant: false, wants: false });
    const other = (await propose(ben, 'My report', 'show')).body.topics.find(
      (each: { isMine: boolean }) => each.isMine,
    );
    const want = () => as(ben).post(`/api/sessions/${id}/wantTopic`, { topicId: mine.id });
    const topicOf = (body: ApiAnswer['body'], topicId: string) =>
      body.topics.find((each: { id: string }) => each.id === topicId);
    for (const { body } of [await want(), await want()])
      expect(topicOf(body, mine.id)).toMatchObject({ wants: true, about: expect.stringContaining('1 person') });
    const before = topicOf(await read(host, id), mine.id);
    expect(before.host).toMatchObject({ isAccepted: false, needsWording: false });
    const accept = (who: number, version: string) =>
      hosted(id, 'acceptTopic', { topicId: mine.id, title: 'How long is too long?' }, version, who);
    expect(said(await accept(ana, before.version))).toEqual({ status: 403, error: 'forbidden' });
    const accepted = await accept(host, before.version);
    expect(topicOf(accepted.body, mine.id)).toMatchObject({
      title: 'How long is too long?',
      host: { isAccepted: true },
    });
    expect(said(await accept(second, before.version))).toEqual({ status: 412, error: 'stale' });
    const { version } = topicOf(accepted.body, other.id);
    const both = await hosted(id, 'acceptTopic', { topicId: other.id, title: 'My report' }, version);
    const up = await hosted(id, 'orderTopic', { topicId: other.id, step: 'up' }, topicOf(both.body, other.id).version);
    expect(up.body.topics.map((each: { id: string }) => each.id)).toEqual([other.id, mine.id]);
    const dropped = await hosted(id, 'dropTopic', { topicId: other.id }, topicOf(up.body, other.id).version);
    expect(topicOf(dropped.body, other.id)).toBeUndefined();
    const kept = await hosted(id, 'carryTopic', { topicId: mine.id }, topicOf(dropped.body, mine.id).version);
    expect(kept.body.topics).toEqual([]);
  });

  it('shows nothing of a question from work before a host has said it in their words', async () => {
    const { id, seriesId } = await firstOf();
    const at = world.clock.now().toISOString();
    const topicId = newId();
    const body = topic.parse({
      ...{ seriesId, sessionId: id, title: 'An open question about Copilot', kind: 'flag', refId: newId(), order: 1 },
      ...{ proposedBy: 'system', wanted: 0, state: 'proposed' },
      ...{ createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' },
    });
    await storeOf().write([{ op: 'create', kind: 'topic', id: topicId, body }]);
    expect(JSON.stringify(await read(ana, id))).not.toContain('Copilot');
    expect((await as(ana).post(`/api/sessions/${id}/wantTopic`, { topicId })).status).toBe(404);
    const [seen] = (await read(host, id)).topics;
    expect(seen.host).toMatchObject({ needsWording: true });
    const same = await hosted(id, 'acceptTopic', { topicId, title: seen.title }, seen.version);
    expect(problems(same)).toEqual(['title field_form']);
    const worded = await hosted(id, 'acceptTopic', { topicId, title: 'May tools read lists?' }, seen.version);
    expect(worded.status).toBe(200);
    expect((await read(ana, id)).topics).toEqual([expect.objectContaining({ title: 'May tools read lists?' })]);
  });

  it('leaves a recap, records made of it, and how many it helped', async () => {
    const { id } = await firstOf({ firstDate: '2026-11-24', every: 'once', zone: 'Europe/London' });
    const proposed: string[] = [];
    for (const title of ['Which tool?', 'Three versions', 'Late shifts'])
      proposed.push(
        (await as(ana).post(`/api/sessions/${id}/propose`, { title, kind: 'question' })).body.topics.at(-1).id,
      );
    world.clock.pass(2 * day);
    await world.tick();
    expect(said(await rsvp(ana, id, 'yes'))).toEqual({ status: 409, error: 'session_past' });
    const [past] = (await as(ana).get('/api/sessions?past=yes', madrid)).body.items;
    expect(past).toMatchObject({ id, status: { word: 'The notes follow' }, isOpen: false });
    const { version, hosting } = await read(host, id);
    expect(hosting.recap.topics).toHaveLength(3);
    const recap = {
      topics: [
        { topicId: proposed[0], becomes: 'needsDecision' },
        { topicId: proposed[1], becomes: 'tryIt' },
      ],
      ...{ notes: 'We looked at two reports.', attendance: '7' },
      lines: [{ kind: 'action', text: 'Collect prompts', ownerId: idOf(host), dueOn: '2026-12-10' }],
    };
    const wrong = {
      ...recap,
      notes: 'x'.repeat(8_001),
      attendance: 'many',
      lines: [{ ...recap.lines[0], dueOn: 'soon' }],
    };
    expect(problems(await hosted(id, 'recap', wrong, version))).toEqual([
      'attendance field_number',
      'lines.0.dueOn field_date',
      'notes field_length',
    ]);
    expect(said(await hosted(id, 'recap', recap, version, ana))).toEqual({ status: 403, error: 'forbidden' });
    const sent = await hosted(id, 'recap', recap, version);
    expect(sent.status).toBe(200);
    expect(said(await hosted(id, 'recap', recap, version, second))).toEqual({ status: 409, error: 'already_done' });
    const { recap: told } = await read(ana, id);
    expect(told).toMatchObject({
      ...{ notes: 'We looked at two reports.', about: expect.stringContaining('7 people'), maySayHelped: true },
      ...{ toDecide: [{ text: 'Which tool?' }], tryIt: [{ text: 'Three versions' }], nextTime: ['Late shifts'] },
    });
    const outcomeOf = (text: string) => sent.body.hosting.outcomes.find((each: { text: string }) => each.text === text);
    const make = (who: number) =>
      as(who).post(`/api/sessions/${id}/makeOutcome`, { outcomeId: outcomeOf('Which tool?').id });
    expect(said(await make(ana))).toEqual({ status: 404, error: 'not_found' });
    const asked = await make(host);
    const { path } = asked.body.recap.toDecide[0];
    expect((await as(host).get(`/api/flags/${path.split('/').at(-1)}`)).body.title).toBe('Which tool?');
    expect((await read(ana, id)).recap.toDecide[0].path).toBeUndefined();
    const step = { outcomeId: outcomeOf('Collect prompts').id, state: 'done' };
    expect((await as(ana).post(`/api/sessions/${id}/closeOutcome`, step)).status).toBe(404);
    expect((await as(host).post(`/api/sessions/${id}/closeOutcome`, step)).body.recap.steps[0].mayClose).toBe(false);
    const helped = (who: number) => as(who).post(`/api/sessions/${id}/helped`, { helped: true });
    for (const who of [ana, ana, ben, cleo, host]) expect((await helped(who)).body.recap.helped).toBe('');
    expect((await helped(second)).body.recap).toMatchObject({
      helped: 'It helped 5 of 5 people.',
      maySayHelped: false,
    });
  });

  it('can be closed with nothing to record, and only once', async () => {
    const at = new Date(world.clock.now().getTime() + hour).toISOString().slice(11, 16);
    const firstDate = world.clock.now().toISOString().slice(0, 10);
    const { id } = await firstOf({ firstDate, startsAt: at, every: 'once', zone: 'Europe/London' });
    expect(said(await hosted(id, 'nothingToRecord', {}, (await read(host, id)).version))).toMatchObject({
      status: 409,
    });
    world.clock.pass(2 * hour);
    await world.tick();
    const { version } = await read(host, id);
    expect((await hosted(id, 'nothingToRecord', {}, version)).body.recap).toMatchObject({ settled: [], notes: '' });
    expect(said(await hosted(id, 'nothingToRecord', {}, version, second))).toEqual({
      status: 409,
      error: 'already_done',
    });
  });
});
