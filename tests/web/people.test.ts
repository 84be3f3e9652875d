/** Who may do what, by the tab's API: read by those who lead, changed by an administrator, told, audited, and never left to nobody. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPerson } from '../../src/features/people/documents.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { grantsOf, members } from '../safety/roles-table.ts';

const [admin, secondAdmin, hrLead, somebody] = [701, 702, 703, 704];
let world: World;
let departmentId = '';
const id = (number: number) => person(number).aadObjectId;
const said = ({ status, body }: ApiAnswer) => ({ status, error: body?.error });
const store = () => world.running.store.forTenant(tenantId);
const held = async (number: number) => (await readPerson(store(), id(number)))?.person.grants.map(({ grant }) => grant);

beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter' } });
  await givenTo(store(), admin, ['admin']);
  await givenTo(store(), secondAdmin, ['admin']);
  await givenTo(store(), hrLead, ['hrLead']);
  await givenTo(store(), somebody, []);
  departmentId = (await store().find({ kind: 'department', limit: 1 })).items[0]?.id ?? '';
});
afterAll(() => world.close());

/** As the page does it: opened, then sent with the version that was read. */
async function act(by: number, about: number, event: string, body: object): Promise<ApiAnswer> {
  const opened = await asPerson(world, admin).get(`/api/people/${id(about)}`);
  return asPerson(world, by).post(`/api/people/${id(about)}/${event}`, body, opened.body.version);
}

describe('reading', () => {
  it('is for administrators and HR leads', async () => {
    for (const [at, name] of members.entries()) {
      const number = 740 + at;
      await givenTo(store(), number, grantsOf[name] ?? []);
      const may = (grantsOf[name] ?? []).some((grant) => grant === 'admin' || grant === 'hrLead');
      for (const path of ['/api/people', `/api/people/${id(somebody)}`])
        expect([name, path, (await asPerson(world, number).get(path)).status]).toEqual([name, path, may ? 200 : 403]);
    }
  });

  it('finds by name and pages without a gap', async () => {
    const first = (await asPerson(world, admin).get('/api/people?limit=3')).body;
    const rest = (await asPerson(world, admin).get(`/api/people?limit=100&cursor=${first.next}`)).body;
    const all = (await asPerson(world, admin).get('/api/people?limit=100')).body;
    const ids = ({ items }: { items: { id: string }[] }) => items.map((each) => each.id);
    expect([...ids(first), ...ids(rest)]).toEqual(ids(all));
    const name = (await readPerson(store(), id(somebody)))?.person.displayName ?? '';
    const found = (await asPerson(world, admin).get(`/api/people?q=${encodeURIComponent(name.toUpperCase())}`)).body;
    expect(ids(found)).toContain(id(somebody));
  });

  it('gives an HR lead nothing to press', async () => {
    const { body } = await asPerson(world, hrLead).get(`/api/people/${id(somebody)}`);
    expect(body.actions).toEqual([]);
    expect((await asPerson(world, admin).get(`/api/people/${id(somebody)}`)).body.actions[0]).toMatchObject({
      event: 'grant',
    });
  });
});

describe('giving and taking', () => {
  it('gives a right that holds from the next request on, says who is told, and plans to tell them', async () => {
    const preview = await asPerson(world, admin).post(`/api/people/${id(somebody)}/grant/preview`, { chair: 'hrLead' });
    expect(preview.body).toMatchObject({ told: expect.arrayContaining(['The administrators and HR leads']) });
    expect(await asPerson(world, somebody).get('/api/people')).toMatchObject({ status: 403 });
    const given = await act(admin, somebody, 'grant', { chair: 'hrLead' });
    expect(given).toMatchObject({ status: 200, body: { status: { word: 'Lead' } } });
    expect(given.body.history[0]).toMatchObject({ what: 'gave a role', detail: 'HR lead' });
    expect(await asPerson(world, somebody).get('/api/people')).toMatchObject({ status: 200 });
    const planned = (await store().find({ kind: 'dueItem', limit: 100 })).items.map(
      ({ body }) => Object(body).facts?.kind,
    );
    expect(planned).toContain('programStep');
  });

  it('takes it away, with the next request', async () => {
    expect(await act(admin, somebody, 'revoke', { right: 'hrLead' })).toMatchObject({ status: 200 });
    expect(await asPerson(world, somebody).get('/api/people')).toMatchObject({ status: 403 });
  });

  it('gives a project owner both rights, and a curator or manager a department', async () => {
    const nobody = await asPerson(world, admin).post(`/api/people/${id(705)}/grant`, { chair: 'projectOwner' }, 'MQ');
    expect(said(nobody)).toEqual({ status: 404, error: 'not_found' });
    await givenTo(store(), 705, []);
    expect(await act(admin, 705, 'grant', { chair: 'projectOwner' })).toMatchObject({ status: 200 });
    expect(await held(705)).toEqual(['admin', 'owner']);
    expect(said(await act(admin, 705, 'grant', { chair: 'curator' }))).toEqual({ status: 400, error: 'field_choice' });
    expect(said(await act(admin, 705, 'grant', { chair: 'manager', departmentId: 'none' }))).toMatchObject({
      status: 400,
    });
    expect(await act(admin, 705, 'grant', { chair: 'curator', departmentId })).toMatchObject({ status: 200 });
    expect(await act(admin, 705, 'revoke', { right: `author/${departmentId}` })).toMatchObject({ status: 200 });
    for (const right of ['owner', 'admin'])
      expect(await act(admin, 705, 'revoke', { right })).toMatchObject({ status: 200 });
    expect(await held(705)).toEqual([]);
  });

  it('makes nobody a manager, HR lead or tools lead by their own hand (R3)', async () => {
    for (const chair of ['hrLead', 'governance'])
      expect(said(await act(admin, admin, 'grant', { chair }))).toEqual({ status: 403, error: 'forbidden' });
    expect(said(await act(admin, admin, 'grant', { chair: 'manager', departmentId }))).toMatchObject({ status: 403 });
    expect(await held(admin)).toEqual(['admin']);
  });

  it('warns when one person would be HR lead and tools lead', async () => {
    const { body } = await asPerson(world, admin).post(`/api/people/${id(hrLead)}/grant/preview`, {
      chair: 'governance',
    });
    expect(body.changes.join()).toContain('two people see more');
  });

  it('acts on the version that was read, and on nothing else', async () => {
    const opened = (await asPerson(world, admin).get(`/api/people/${id(somebody)}`)).body;
    expect(await act(admin, somebody, 'grant', { chair: 'governance' })).toMatchObject({ status: 200 });
    const path = `/api/people/${id(somebody)}/revoke`;
    expect(said(await asPerson(world, admin).post(path, { right: 'governance' }, opened.version))).toEqual({
      status: 412,
      error: 'stale',
    });
    expect(said(await asPerson(world, admin).post(path, { right: 'governance' }))).toMatchObject({ status: 428 });
    expect(await act(admin, somebody, 'revoke', { right: 'governance' })).toMatchObject({ status: 200 });
  });

  it('does one of two different changes that were sent for the same state at once', async () => {
    const opened = (await asPerson(world, admin).get(`/api/people/${id(somebody)}`)).body;
    const path = `/api/people/${id(somebody)}/grant`;
    const both = await Promise.all([
      asPerson(world, admin).post(path, { chair: 'owner' }, opened.version),
      asPerson(world, secondAdmin).post(path, { chair: 'curator', departmentId }, opened.version),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await held(somebody)).toHaveLength(1);
  });

  it('leaves one administrator, also when the last ones go at once (R2)', async () => {
    for (const each of (await asPerson(world, admin).get('/api/people?limit=100')).body.items) {
      const others = each.id !== id(admin) && each.id !== id(secondAdmin) && /administrator/.test(each.about);
      if (others) await asPerson(world, admin).post(`/api/people/${each.id}/revoke`, { right: 'admin' }, each.version);
    }
    const both = await Promise.all([
      act(admin, secondAdmin, 'revoke', { right: 'admin' }),
      act(secondAdmin, admin, 'revoke', { right: 'admin' }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = [await held(admin), await held(secondAdmin)].filter((grants) => grants?.includes('admin'));
    expect(left).toHaveLength(1);
  });
});

describe('somebody who never wrote', () => {
  it('is listed by an administrator, once', async () => {
    const by = (await held(admin))?.includes('admin') ? admin : secondAdmin;
    const body = { id: '77777777-7777-4777-8777-777777777777', name: 'Example newcomer' };
    expect(await asPerson(world, by).post('/api/people', body)).toMatchObject({
      status: 201,
      body: { title: 'Example newcomer' },
    });
    expect(said(await asPerson(world, by).post('/api/people', body))).toMatchObject({ status: 409 });
    const wrong = await asPerson(world, by).post('/api/people', { id: 'me', name: '' });
    expect({ ...said(wrong), path: wrong.body.fields[0].path }).toEqual({
      status: 400,
      error: 'field_form',
      path: 'id',
    });
    expect(said(await asPerson(world, hrLead).post('/api/people', body))).toMatchObject({ status: 403 });
  });
});
