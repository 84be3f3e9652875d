/** Who reads and answers questions through the tab's API, and what no body ever holds. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [manager, colleague, asker, nameless, stranger] = [941, 942, 943, 944, 945];
let world: World;
const storeOf = () => world.running.store.forTenant(tenantId);
const as = (who: number) => asPerson(world, who);

beforeAll(async () => {
  world = await startWorld();
  for (const who of [manager, colleague]) await givenTo(storeOf(), who, ['hrLead']);
});
afterAll(() => world.close());

const raised = async (who: number, question: string, more: object = {}) => {
  const { status, body } = await as(who).post('/api/flags', { question, ...more });
  expect(status).toBe(201);
  return { id: String(body.id), version: String(body.version) };
};

it('an answer over the API reaches who asked, and the list has it no more', async () => {
  const { id } = await raised(asker, 'May I paste a job advert?');
  const listed = async () =>
    (await as(manager).get('/api/review?limit=100')).body.items.map((line: { id: string }) => line.id);
  expect(await listed()).toContain(id);
  const { version } = (await as(manager).get(`/api/flags/${id}`)).body;
  expect((await as(manager).post(`/api/flags/${id}/answer`, { text: 'An advert, yes.' }, version)).status).toBe(200);
  await world.tick();
  expect(JSON.stringify((await as(asker).get(`/api/flags/${id}`)).body)).toContain('An advert, yes.');
  expect(await listed()).not.toContain(id);
});

it('of two with the same state the second hears who was first, and nothing is lost', async () => {
  const { id } = await raised(asker, 'And a rota?');
  const { version } = (await as(manager).get(`/api/flags/${id}`)).body;
  const replies = await Promise.all(
    [manager, colleague].map((who) => as(who).post(`/api/flags/${id}/answer`, { text: `By ${who}` }, version)),
  );
  const won = replies.findIndex(({ status }) => status === 200);
  const lost = replies[1 - won];
  expect([409, 412]).toContain(lost?.status);
  const again = await as([manager, colleague][1 - won] ?? 0).post(`/api/flags/${id}/answer`, { text: 'x' }, version);
  expect(again.body.message).toMatch(/Already answered by Person 94[12] at/);
  expect(Object((await storeOf().get('flag', id))?.body).answer).toBe(`By ${[manager, colleague][won]}`);
});

it('hidden, foreign and missing ones are alike, lists need a right, and changes the state that was read', async () => {
  const { id, version } = await raised(asker, 'Is this hidden?');
  const without = ({ body: { requestId: _, ...body }, status }: Awaited<ReturnType<ReturnType<typeof as>['get']>>) => ({
    ...{ status, body },
  });
  const hidden = without(await as(stranger).get(`/api/flags/${id}`));
  expect(hidden.status).toBe(404);
  expect(hidden).toEqual(without(await as(stranger).get('/api/flags/nothing-here')));
  expect((await as(stranger).post(`/api/flags/${id}/claim`, {}, version)).status).toBe(404);
  for (const path of ['/api/flags', '/api/review'])
    expect({ path, ...without(await as(stranger).get(path)) }).toMatchObject({ path, status: 403 });
  expect((await as(manager).post(`/api/flags/${id}/claim`)).status).toBe(428);
  expect((await as(manager).post(`/api/flags/${id}/claim`, { by: 'x' }, version)).status).toBe(400);
});

it('a right that was taken away is gone with the next request', async () => {
  const { id } = await raised(asker, 'Who may read this?');
  const passing = 946;
  await givenTo(storeOf(), passing, ['hrLead']);
  expect((await as(passing).get(`/api/flags/${id}`)).status).toBe(200);
  const found = await storeOf().get('person', person(passing).aadObjectId);
  const body = { ...Object(found?.body), grants: [] };
  const { writeStamped } = await import('../../src/core/stamp.ts');
  await writeStamped(
    storeOf(),
    ['people'],
    [{ op: 'replace', kind: 'person', id: person(passing).aadObjectId, version: found?.version ?? '', body }],
  );
  expect((await as(passing).get('/api/review')).status).toBe(403);
  expect((await as(passing).get(`/api/flags/${id}`)).status).toBe(404);
});

it('cursors that were made up, or are another’s, are bad input', async () => {
  for (let n = 0; n < 3; n++) await raised(1_600 + n, `Page ${n}?`);
  const { next } = (await as(manager).get('/api/review?limit=1')).body;
  expect((await as(manager).get(`/api/review?limit=1&cursor=${encodeURIComponent(next)}`)).status).toBe(200);
  expect((await as(colleague).get(`/api/review?limit=1&cursor=${encodeURIComponent(next)}`)).status).toBe(400);
  expect((await as(manager).get('/api/review?limit=1&cursor=made-up')).status).toBe(400);
});

it('who asked without a name stands in no body, and in no list of their own', async () => {
  const { id } = await raised(nameless, 'Nobody may know that I ask?', { anonymous: true });
  const { aadObjectId, name } = person(nameless);
  const { version } = (await as(manager).get(`/api/flags/${id}`)).body;
  await as(manager).post(`/api/flags/${id}/ask`, { text: 'Which one?' }, version);
  const read = (await as(nameless).get(`/api/flags/${id}`)).body;
  await as(nameless).post(`/api/flags/${id}/reply`, { text: 'That one.' }, read.version);
  const bodies = [
    await as(manager).get(`/api/flags/${id}`),
    await as(manager).get('/api/flags?limit=100'),
    await as(manager).get('/api/review?limit=100'),
    await as(nameless).get('/api/me/items?limit=100'),
  ].map(({ body }) => JSON.stringify(body));
  expect(bodies[1]).toContain(id);
  for (const body of bodies) for (const secret of [aadObjectId, name]) expect(body).not.toContain(secret);
  expect(bodies[3]).not.toContain(id);
});
