/** A person's own settings and data in the tab: the choices of the settings card, and one file with what is theirs and nothing of others. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPerson } from '../../src/features/people/documents.ts';
import { message, person, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [fresh, me, colleague, manager] = [651, 652, 653, 654];
let world: World;
const store = () => world.running.store.forTenant(tenantId);
const as = (number: number) => asPerson(world, number);
const said = ({ status, body }: ApiAnswer) => ({ status, error: body.error, path: body.fields?.[0]?.path });
const stored = async (number: number) => (await readPerson(store(), person(number).aadObjectId))?.person;
const chosen = ({ body }: ApiAnswer, name: string) =>
  body.fields.find((field: { name: string }) => field.name === name)?.value;

beforeAll(async () => {
  world = await startWorld();
  await givenTo(store(), manager, ['hrLead']);
});
afterAll(() => world.close());

describe('settings', () => {
  it('of somebody who chose nothing are kept with the first choice', async () => {
    const before = await as(fresh).get('/api/me/settings', { 'time-zone': 'America/Lima' });
    expect(before.body.fields.map(({ name }: { name: string }) => name)).toEqual([
      ...['roleId', 'language', 'zone', 'answers', 'reminders', 'news', 'hours', 'pause'],
    ]);
    expect(before.body.fields[2].options[0].title).toBe('As Teams says (America/Lima)');
    const roleId = before.body.fields[0].options[1].id;
    const body = {
      roleId,
      language: 'es',
      zone: 'Europe/Madrid',
      answers: 'day',
      hours: '9-17',
      pause: 'week',
      reminders: 'soon',
    };
    const after = await as(fresh).patch('/api/me/settings', body, before.body.version);
    expect(after).toMatchObject({ status: 200, body: { note: 'Guardado.' } });
    expect(await stored(fresh)).toMatchObject({
      ...{ roleIds: [roleId], roleSource: 'chosen', language: 'es', zone: 'Europe/Madrid' },
      ...{ notify: { answers: 'day', work: 'day', reminders: 'soon' }, pausedUntil: '2026-11-30' },
      workHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    });
    expect((await as(fresh).get('/api/me')).body).toMatchObject({ locale: 'es', zone: 'Europe/Madrid' });
  });

  it('are taken back one by one, and the rest stays', async () => {
    const before = await as(fresh).get('/api/me/settings');
    const body = { zone: 'teams', hours: 'any', pause: 'none' };
    const after = await as(fresh).patch('/api/me/settings', body, before.body.version);
    expect(['zone', 'hours', 'pause', 'answers', 'reminders', 'language'].map((name) => chosen(after, name))).toEqual([
      ...['teams', 'any', 'none', 'day', 'soon', 'es'],
    ]);
    const now = await stored(fresh);
    expect([now?.zone, now?.workHours, now?.pausedUntil]).toEqual([undefined, undefined, undefined]);
  });

  it('offer what concerns work to whom work may fall', async () => {
    expect(chosen(await as(manager).get('/api/me/settings'), 'work')).toBe('day');
  });

  it.each([
    [{ zone: 'Mars/Base' }, 'bad_time_zone', 'zone'],
    [{ roleId: 'king' }, 'field_choice', 'roleId'],
    [{ language: 'xx' }, 'field_choice', 'language'],
    [{ answers: 'never' }, 'field_choice', 'answers'],
    [{ grants: ['admin'] }, 'unknown_field', 'grants'],
    [{ status: 'active' }, 'unknown_field', 'status'],
  ])('refuse %j', async (body, error, path) => {
    const { version } = (await as(me).get('/api/me/settings')).body;
    expect(said(await as(me).patch('/api/me/settings', body, version))).toEqual({ status: 400, error, path });
    expect(await stored(me)).toBeUndefined();
  });

  it('are written for the state that was read', async () => {
    const old = (await as(fresh).get('/api/me/settings')).body.version;
    await as(fresh).patch('/api/me/settings', { answers: 'now' }, old);
    expect(said(await as(fresh).patch('/api/me/settings', { answers: 'day' }, old))).toMatchObject({ status: 412 });
    expect(said(await as(fresh).patch('/api/me/settings', { answers: 'day' }))).toMatchObject({ status: 428 });
  });
});

describe('my data', () => {
  const data = async (number: number) => (await as(number).get('/api/me/data')).body;
  const kinds = (items: { kind: string }[]) => [...new Set(items.map(({ kind }) => kind))].toSorted();

  it('holds what I asked, shared, requested and chose, and no word of others', async () => {
    const dataClassId = (await store().find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
    const find = { what: 'My own find about tables', dataClassId, clean: true, anyway: true };
    expect((await as(me).post('/api/discoveries', find)).status).toBe(201);
    const request = { toolName: 'Some new tool', need: 'My own need' };
    expect((await as(me).post('/api/requests', request)).status).toBe(201);
    const flag = (await as(me).post('/api/flags', { question: 'My own question?' })).body;
    const { version } = (await as(manager).get(`/api/flags/${flag.id}`)).body;
    const answered = await as(manager).post(`/api/flags/${flag.id}/answer`, { text: 'Yes, you may.' }, version);
    const comment = { text: 'A word of the manager' };
    const added = await as(manager).post(`/api/flags/${flag.id}/comment`, comment, answered.body.version);
    expect(added.status).toBe(200);
    const mine = await data(me);
    const all = JSON.stringify(mine);
    for (const text of ['My own question?', 'Yes, you may.', 'My own find about tables', 'My own need'])
      expect(all).toContain(text);
    expect(all).not.toContain('A word of the manager');
    expect(kinds(mine.written)).toEqual(['auditEntry', 'discovery', 'flag', 'toolRequest']);
    expect(mine.own).toContainEqual(expect.objectContaining({ kind: 'person', id: person(me).aadObjectId }));
  });

  it('says of what others wrote only where I stand in it', async () => {
    await as(colleague).post('/api/flags', { question: 'A question of a colleague?' });
    const { items } = (await as(manager).get('/api/flags?limit=100')).body;
    const theirs = items.find(({ title }: { title: string }) => title.includes('of a colleague'));
    await as(manager).post(`/api/flags/${theirs.id}/claim`, {}, theirs.version);
    const held = await data(manager);
    expect(held.named).toContainEqual({ kind: 'flag', id: theirs.id, fields: expect.arrayContaining(['assigneeId']) });
    expect(JSON.stringify(held)).not.toContain('of a colleague');
  });

  it('leads to nothing that was asked without a name', async () => {
    const asked = await as(colleague).post('/api/flags', { question: 'Asked without a name?', anonymous: true });
    expect(asked.status).toBe(201);
    const all = JSON.stringify(await data(colleague));
    expect(all).not.toContain('without a name?');
    expect(all).not.toContain(asked.body.id);
    for (const kind of ['flagReporter', 'guard', 'tally']) expect(all).not.toContain(`"${kind}"`);
  });

  it('of somebody whom nobody knows is empty, and asking writes nothing', async () => {
    const nobody = await data(690);
    expect([nobody.own, nobody.written, nobody.named]).toEqual([[], [], []]);
    expect(await stored(690)).toBeUndefined();
  });

  it('goes with the person', async () => {
    await world.post(message('settings', { from: person(me) }));
    expect((await as(me).post('/api/me/forget')).status).toBe(200);
    const left = await data(me);
    expect([left.own, left.written]).toEqual([[], []]);
  });
});
