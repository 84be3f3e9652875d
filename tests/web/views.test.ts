/** Views that a person saved are theirs alone: nobody else reads, replaces or removes them. */
import { afterAll, expect, it } from '@jest/globals';
import { asPerson, caller } from '../helpers/api.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());
const [mine, theirs] = [asPerson(world, 951), asPerson(world, 952)];
const view = { page: 'review', name: 'Mine and urgent', query: 'assignee=me&urgent=true' };

it('keeps a view for one person, once by its name, until they remove it', async () => {
  const { status, body } = await mine.post('/api/me/views', view);
  expect({ status, body }).toMatchObject({ status: 200, body: { items: [view] } });
  const [{ id }] = body.items;
  expect((await mine.post('/api/me/views', { ...view, query: 'state=late' })).body.items).toEqual([
    { ...view, query: 'state=late', id },
  ]);
  expect((await theirs.get('/api/me/views')).body).toEqual({ items: [] });
  expect((await theirs.remove(`/api/me/views/${id}`)).body).toEqual({ items: [] });
  expect((await mine.get('/api/me/views')).body.items).toHaveLength(1);
  expect((await mine.remove(`/api/me/views/${id}`)).body).toEqual({ items: [] });
});

it('takes twenty, and no sign-in gets none', async () => {
  const named = (at: number) => mine.post('/api/me/views', { ...view, name: `View ${at}` });
  for (let at = 0; at < 20; at++) expect((await named(at)).status).toBe(200);
  const { status, body } = await named(20);
  expect({ status, error: body.error }).toEqual({ status: 409, error: 'too_many_views' });
  expect((await caller(world, undefined).get('/api/me/views')).status).toBe(401);
});
