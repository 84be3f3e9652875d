/** Communities by the tab's API: who sees, makes and changes one, two who change it at once, its channels, and its digest from end to end. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, type Feature } from '../../src/core/feature.ts';
import { communityBook } from '../../src/features/communities/book.ts';
import { offerFor } from '../../src/features/communities/offer.ts';
import {
  channel,
  execute,
  installed,
  membersAdded,
  person,
  type RawActivity,
  tenantId,
} from '../helpers/activities.ts';
import { type ApiAnswer, asPerson } from '../helpers/api.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { author, employee, happens, shared } from './discoveries-kit.ts';

const [admin, hrLead, host, secondHost, local, outsider] = [821, 822, 823, 824, 825, 826];
let world: World;
let [operations, hr] = ['', ''];
const id = (number: number) => person(number).aadObjectId;
const as = (number: number) => asPerson(world, number);
const store = () => world.running.store.forTenant(tenantId);
const said = ({ status, body }: ApiAnswer) => ({ status, error: body?.error });
const digest = { cadence: 'weekly', weekday: 4, at: '10:00', zone: 'America/New_York' };

/** What office hours do with the book, pressed in a channel. */
const book = communityBook({ departmentOf: async () => undefined });
const probe: Feature = {
  name: 'probe',
  actions: [
    action('probeLink', z.object({ communityId: z.string() }), async (turn, { communityId }) => {
      const linking = await book.linkHere(turn, communityId);
      if (linking.length > 0) await turn.store.write(linking);
      const here = await book.here(turn);
      const facts = here && { id: here.id, isMember: here.isMember, isHost: here.isHost, addresses: here.addresses };
      return { kind: 'closed', text: JSON.stringify({ linked: linking.length > 0, here: facts }) };
    }),
    action('probeOffer', z.object({ departmentId: z.string() }), async (turn, { departmentId }) => ({
      ...{
        kind: 'closed',
        text: `offer: ${await offerFor({ departmentOf: async () => undefined }, turn, departmentId)}.`,
      },
    })),
  ],
};

beforeAll(async () => {
  world = await startWorld({ overrides: { features: [probe] } });
  const departments = (await store().find({ kind: 'department', limit: 100 })).items;
  const named = (slug: string) => departments.find(({ body }) => Object(body).slug === slug)?.id ?? '';
  [operations, hr] = [named('operations'), named('hr')];
  await givenTo(store(), admin, ['admin']);
  await givenTo(store(), hrLead, ['hrLead']);
  await givenTo(store(), host, ['host']);
  await givenTo(store(), local, ['host'], operations);
  await givenTo(store(), secondHost, []);
  await givenTo(store(), outsider, []);
});
afterAll(() => world.close());

let made = 0;
const bodyOf = (more: object = {}) => ({
  ...{ name: `Circle ${++made}`, purpose: 'To share what works.', language: 'en', digest },
  ...more,
});
/** Made by somebody with the grant; its first host. */
async function circle(more: object = {}, by = host) {
  const answer = await as(by).post('/api/communities', bodyOf(more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const read = async (number: number, which: string) => (await as(number).get(`/api/communities/${which}`)).body;
const patched = async (number: number, which: string, change: object) =>
  as(number).patch(`/api/communities/${which}`, change, (await read(admin, which)).version);
const happening = async (number: number, which: string, event: string) =>
  as(number).post(`/api/communities/${which}/${event}`, {}, (await read(admin, which)).version);

describe('making one', () => {
  it('is offered to whoever may make one, for people who have none', async () => {
    const everyone =
      (await store().find({ kind: 'department', where: [['slug', '=', 'everyone']] })).items[0]?.id ?? '';
    const offered = async (number: number, departmentId: string) =>
      (await world.post(execute('probeOffer', { departmentId }, { from: person(number) }))).text;
    expect(await offered(admin, everyone)).toContain(`offer: /community?new=${everyone}.`);
    expect(await offered(outsider, everyone)).toContain('offer: undefined.');
    // Of these there is one with a host.
    expect(await offered(admin, operations)).toContain('offer: undefined.');
  });

  it.each([
    [admin, 201],
    [hrLead, 201],
    [host, 201],
    [local, 201],
    [secondHost, 403],
  ])('by %i: %i', async (who, status) => {
    expect((await as(who).post('/api/communities', bodyOf())).status).toBe(status);
  });

  it('makes whoever did it its host, and is told in its history', async () => {
    const { body } = await as(hrLead).post('/api/communities', bodyOf({ departmentIds: [operations] }));
    expect(body).toMatchObject({
      ...{ hosts: [{ id: id(hrLead) }], departments: [{ id: operations }], state: 'active', mayEdit: true, digest },
      settings: { channels: [], isAdmin: false, history: [{ what: 'made it' }] },
    });
    expect(body.settings.nextDigestAt).toBeUndefined();
  });

  it('says all that is wrong at once', async () => {
    const { name } = await circle();
    const wrong = { name: name.toUpperCase(), language: 'tlh', departmentIds: ['nowhere'], roleIds: ['nobody'] };
    const { status, body } = await as(host).post('/api/communities', {
      ...bodyOf(wrong),
      digest: { ...digest, zone: 'Mars/Base' },
    });
    expect(status).toBe(409);
    expect(body.fields.map(({ path, error }: { path: string; error: string }) => `${path} ${error}`)).toEqual([
      ...['name already_done', 'language field_choice', 'departmentIds field_choice', 'roleIds field_choice'],
      'digest.zone bad_time_zone',
    ]);
    const empty = await as(host).post('/api/communities', { digest: { ...digest, weekday: 8, at: '25:00' } });
    expect(empty.body.fields.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      ...['digest.at', 'digest.weekday', 'language', 'name', 'purpose'],
    ]);
    expect(said(await as(host).post('/api/communities', bodyOf({ hostIds: [id(admin)] })))).toEqual({
      ...{ status: 400, error: 'unknown_field' },
    });
  });
});

const statusFor = async (who = '', which = '') => (await asPerson(world, who).get(`/api/communities/${which}`)).status;

describe('seeing one', () => {
  it('is for its people, its hosts, administrators and HR leads; others learn nothing of it', async () => {
    const { id: which } = await circle({ departmentIds: [hr] });
    const listed = async (who: number) =>
      (await as(who).get('/api/communities?limit=100')).body.items.some((each: { id: string }) => each.id === which);
    for (const [who, sees] of [
      ...([admin, hrLead, host].map((who) => [who, true]) as [number, boolean][]),
      ...([secondHost, outsider, local].map((who) => [who, false]) as [number, boolean][]),
    ]) {
      expect([who, await listed(who)]).toEqual([who, sees]);
      expect([who, (await as(who).get(`/api/communities/${which}`)).status]).toEqual([who, sees ? 200 : 404]);
    }
    const { id: ofOperations } = await circle({ departmentIds: [operations] });
    const [teamLead, recruiter] = ['109', '112'].map((end) => `00000000-0000-4000-8000-000000000${end}`);
    expect(await statusFor(teamLead, ofOperations)).toBe(200);
    expect(await statusFor(recruiter, ofOperations)).toBe(404);
    const [role] = (await store().find({ kind: 'role', where: [['slug', '=', 'recruiter']] })).items;
    const { id: ofRecruiters } = await circle({ roleIds: [role?.id] });
    expect(await statusFor(recruiter, ofRecruiters)).toBe(200);
    expect(await statusFor(teamLead, ofRecruiters)).toBe(404);
    const unknown = await as(outsider).get('/api/communities/nothing');
    const hidden = await as(outsider).get(`/api/communities/${which}`);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('open to all is seen by all; channels and history are for whoever may change them', async () => {
    const { id: which } = await circle();
    const { settings, mayEdit, hosts } = await read(outsider, which);
    expect({ settings, mayEdit, hosts: hosts.length }).toEqual({ settings: undefined, mayEdit: false, hosts: 1 });
  });

  it('pages by name without a gap', async () => {
    const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
    const all = names((await as(admin).get('/api/communities?limit=100')).body);
    const first = (await as(admin).get('/api/communities?limit=2')).body;
    const rest = (await as(admin).get(`/api/communities?limit=100&cursor=${first.next}`)).body;
    expect([...names(first), ...names(rest)]).toEqual(all);
    expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
  });
});

describe('changing one', () => {
  it('its hosts set name, purpose, language, digest and hosts; for whom it is, an administrator', async () => {
    const { id: which } = await circle();
    const change = { name: 'Another name', purpose: 'Why not.', language: 'es', hostIds: [id(host), id(secondHost)] };
    expect((await patched(host, which, { ...change, digest: { ...digest, weekday: 1 } })).body).toMatchObject({
      ...{
        name: 'Another name',
        language: 'es',
        digest: { weekday: 1 },
        hosts: [{ id: id(host) }, { id: id(secondHost) }],
      },
    });
    expect((await patched(secondHost, which, { purpose: 'By the new host.' })).status).toBe(200);
    expect(said(await patched(secondHost, which, { departmentIds: [hr] })).error).toBe('forbidden');
    expect((await patched(admin, which, { departmentIds: [hr], roleIds: [] })).body.departments).toEqual([
      { id: hr, name: 'HR' },
    ]);
    const what = (await read(admin, which)).settings.history.map((each: { what: string }) => each.what);
    expect(what.toSorted()).toEqual([
      ...['changed the hosts', 'edited it', 'edited it', 'edited it', 'made it', 'set when the digest comes'],
    ]);
  });

  it.each([
    [outsider, 'forbidden'],
    [hrLead, 'forbidden'],
  ])('%i may not: %s', async (who, error) => {
    const { id: which } = await circle();
    expect(said(await patched(who, which, { name: 'Mine' })).error).toBe(error);
    expect(said(await happening(who, which, 'pause')).error).toBe(error);
    expect(said(await as(who).get(`/api/communities/${which}/people?q=p`)).error).toBe(error);
  });

  it('a host by grant of a department is one in its communities alone', async () => {
    const { id: theirs } = await circle({ departmentIds: [operations] });
    const { id: others } = await circle({ departmentIds: [hr] });
    expect((await patched(local, theirs, { purpose: 'Ours.' })).status).toBe(200);
    expect(said(await patched(local, others, { purpose: 'Ours.' })).error).toBe('not_found');
  });

  it('at least one host stays, and only people who are known become one', async () => {
    const { id: which } = await circle();
    expect(said(await patched(host, which, { hostIds: [] })).error).toBe('field_required');
    expect(said(await patched(host, which, { hostIds: [id(host), id(999)] })).error).toBe('field_choice');
    const found = (await as(host).get(`/api/communities/${which}/people?q=${person(secondHost).name}`)).body.items;
    expect(found).toEqual([{ id: id(secondHost), name: person(secondHost).name }]);
  });

  it('of two who change it at once one wins, and the other is told', async () => {
    const { id: which, version } = await circle({ departmentIds: [operations] });
    const both = await Promise.all(
      [host, local].map((who) => as(who).patch(`/api/communities/${which}`, { name: `By ${who}` }, version)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const won = both.find(({ status }) => status === 200);
    expect((await read(host, which)).name).toBe(won?.body.name);
    expect(said(await as(host).patch(`/api/communities/${which}`, { name: 'Blind' })).error).toBe(
      'precondition_required',
    );
  });

  it('pauses and goes on with its hosts, is archived and brought back by an administrator', async () => {
    const { id: which } = await circle();
    expect((await happening(host, which, 'pause')).body.state).toBe('paused');
    expect(said(await happening(host, which, 'pause')).error).toBe('already_done');
    expect((await happening(host, which, 'resume')).body.state).toBe('active');
    expect(said(await happening(host, which, 'archive')).error).toBe('forbidden');
    expect((await happening(admin, which, 'archive')).body.state).toBe('archived');
    expect(said(await as(outsider).get(`/api/communities/${which}`)).error).toBe('not_found');
    expect(said(await as(admin).get(`/api/community?community=${which}`)).error).toBe('not_found');
    expect(said(await happening(host, which, 'resume')).error).toBe('forbidden');
    expect((await happening(admin, which, 'resume')).body.state).toBe('active');
  });

  it('tells a new host, and tells administrators of one whose last host is forgotten; it pauses', async () => {
    const last = 827;
    await givenTo(store(), last, []);
    const { id: which } = await circle();
    await patched(admin, which, { hostIds: [id(last)] });
    const planned = async () => {
      const { items } = await store().find({ kind: 'dueItem', where: [['subject', '=', which]], limit: 100 });
      return items.map(({ body }) => Object(body).facts.audience);
    };
    expect(await planned()).toEqual([id(last)]);
    expect((await as(last).post('/api/me/forget')).status).toBe(200);
    expect(await read(admin, which)).toMatchObject({ state: 'paused', hosts: [] });
    expect(await planned()).toEqual(['noHosts']);
    expect(said(await happening(admin, which, 'resume'))).toEqual({ status: 409, error: 'incomplete' });
    const everything = JSON.stringify([
      await read(admin, which),
      (await store().find({ kind: 'auditEntry', limit: 100 })).items,
    ]);
    expect(everything).not.toContain(id(last));
  });
});

describe('the page of one', () => {
  it('is the same for everybody, member or not, with its own discoveries alone', async () => {
    const { id: which } = await circle({ departmentIds: [operations] });
    const { id: find } = await shared(world, author);
    const page = async (who: number) => (await as(who).get(`/api/community?community=${which}`)).body;
    const [mine, ...others] = await Promise.all([host, outsider, admin, employee].map(page));
    for (const other of others) expect(other).toEqual(mine);
    expect(mine).toMatchObject({
      community: { id: which, hosts: [person(host).name], isPaused: false },
      ...{ departments: [{ id: operations }], hours: [] },
    });
    expect(mine.discoveries.map((each: { id: string }) => each.id)).toContain(find);
  });
});

describe('channels', () => {
  const team = { id: '19:general@thread.tacv2', name: 'Operations' };
  /** As Teams sends it from a thread of one of the team's channels. */
  const inChannel = (name: string, number: number, more: object = {}): RawActivity => ({
    ...channel,
    from: person(number),
    conversation: { ...channel.conversation, id: `19:${name}@thread.tacv2;messageid=7` },
    channelData: { ...channel.channelData, team, channel: { id: `19:${name}@thread.tacv2`, ...more } },
  });
  const root = (name: string) => ({
    ...inChannel(name, admin),
    conversation: { ...channel.conversation, id: `19:${name}@thread.tacv2` },
  });
  const pressed = async (name: string, number: number, communityId: string) => {
    const { body } = await world.post(execute('probeLink', { communityId }, inChannel(name, number)));
    return JSON.parse(String(Object(body).value));
  };
  const channelsOf = async (which: string) => (await read(admin, which)).settings.channels;

  it('the bot says once what to do when it is added, makes no community, and repeats nothing', async () => {
    const before = (await as(admin).get('/api/communities?limit=100')).body.items.length;
    const first = await world.post(installed('add', { ...root('general'), id: 'once' }));
    expect(JSON.stringify(first.replies)).toContain('Add Fieldbook as a tab of this channel');
    const again = [
      await world.post(installed('add', { ...root('general'), id: 'once' })),
      await world.post(installed('add', root('general'))),
      await world.post(membersAdded(undefined, root('general'))),
    ];
    expect(again.map(({ replies }) => replies)).toEqual([[], [], []]);
    expect((await as(admin).get('/api/communities?limit=100')).body.items).toHaveLength(before);
  });

  it('a channel of that team is reached at its root once it is chosen; of a team without the bot it is not', async () => {
    const { id: which } = await circle();
    const asked = (name: string, teamId: string) => ({
      channelId: `19:${name}@thread.tacv2`,
      teamId,
      name,
      kind: 'standard',
    });
    const foreign = asked('foreign', '19:elsewhere@thread.tacv2');
    const secret = { ...asked('secret', team.id), kind: 'private' };
    await patched(host, which, { channels: [asked('talk', team.id), foreign, secret] });
    const reached = (await channelsOf(which)).map((each: { isReached: boolean }) => each.isReached);
    expect(reached).toEqual([true, false, false]);
    world.clock.pass(1_000);
    const { body } = await patched(host, which, { channels: [foreign] });
    expect(body.settings.channels.map((each: { name: string }) => each.name)).toEqual(['foreign']);
    expect(body.settings.history.slice(0, 2)).toMatchObject([
      { what: 'took a channel out' },
      { what: 'took a channel out' },
    ]);
    // The bot is added there later: from then on it is reached.
    await world.post(
      installed('add', { ...root('foreign'), channelData: { ...channel.channelData, team: { id: foreign.teamId } } }),
    );
    expect(await channelsOf(which)).toMatchObject([{ name: 'foreign', isReached: true }]);
    await world.post(
      installed('remove', {
        ...root('foreign'),
        channelData: { ...channel.channelData, team: { id: foreign.teamId } },
      }),
    );
    expect(await channelsOf(which)).toMatchObject([{ name: 'foreign', isReached: false }]);
  });

  it('one channel is one community: another is refused it, and a host of both moves it from there', async () => {
    const { id: first } = await circle();
    const { id: second } = await circle({ departmentIds: [hr] }, hrLead);
    expect((await pressed('shop', host, first)).linked).toBe(true);
    const asked = { channelId: '19:shop@thread.tacv2', name: 'shop', kind: 'standard' };
    expect(said(await patched(hrLead, second, { channels: [asked] })).error).toBe('already_done');
    // Who hosts the second alone changes nothing; who hosts both does.
    expect((await pressed('shop', hrLead, second)).linked).toBe(false);
    expect(await pressed('shop', host, second)).toMatchObject({ linked: true, here: { id: second, isHost: true } });
    expect(await channelsOf(first)).toEqual([]);
  });

  it('whoever asks from its channel belongs to it; posts go to the root, not into the thread, and name nobody', async () => {
    const { id: which } = await circle({ departmentIds: [hr] });
    await pressed('desk', host, which);
    const { here, linked } = await pressed('desk', outsider, which);
    expect(linked).toBe(false);
    expect(here).toMatchObject({ id: which, isMember: true, isHost: false });
    expect(here.addresses[0].conversation.id).toBe('19:desk@thread.tacv2');
    expect(here.addresses[0].user).toBeUndefined();
    expect((await pressed('nowhere', outsider, which)).here).toBeUndefined();
  });

  it('hears its digest: what others used, at its hour, at the root of the channel, with a way to its settings', async () => {
    const { id: which } = await circle();
    await pressed('news', host, which);
    const { nextDigestAt } = (await read(host, which)).settings;
    expect(nextDigestAt).toBe('2026-11-26T15:00:00.000Z');
    expect((await as(outsider).get(`/api/community?community=${which}`)).body.community.digest).toEqual(digest);
    const { id: find, what } = await shared(world, author);
    await happens(world, employee, find, 'alsoUsed');
    world.clock.pass(3 * day + 6 * hour);
    const before = world.connector.requests.length;
    await world.tick();
    const posts = world.connector.requests.slice(before).filter(({ path }) => path.includes('news'));
    const [only, ...more] = posts.map(({ path }) => decodeURIComponent(path));
    expect(only).toMatch(/^\/v3\/conversations\/19:news@thread\.tacv2\/activities/);
    expect(more).toEqual([]);
    const text = JSON.stringify(posts[0]?.body);
    expect(text).toContain(what.slice(0, 20));
    expect(text).toContain('one person used it too');
    expect(text).toContain(`https://fieldbook.example.com/tab/community?community=${which}&settings=open`);
    expect(posts[0]?.body.summary).toMatch(/^News from /);
    await world.tick();
    world.clock.pass(hour);
    await world.tick();
    expect(world.connector.requests.filter(({ path }) => path.includes('news'))).toHaveLength(1);
    expect((await read(host, which)).settings.nextDigestAt).toBe('2026-12-03T15:00:00.000Z');
  });
});
