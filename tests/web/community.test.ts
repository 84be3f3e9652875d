/** A channel's page: the same for everybody, and never more than everyone in the organisation may see. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { author, employee, happens, manager, movedInto, owner, peopled, shared, storeOf } from './discoveries-kit.ts';
import { asked, governance, happens as requestHappens, peopled as requestPeople } from './requests-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
  await requestPeople(world);
});
afterAll(() => world.close());

const page = async (who: number, query = '') => (await asPerson(world, who).get(`/api/community${query}`)).body;
const ids = async (who: number, query = ''): Promise<string[]> =>
  (await page(who, query)).discoveries.map(({ id }: { id: string }) => id);
const departments = async (): Promise<{ id: string; name: string }[]> =>
  (await asPerson(world, employee).get('/api/community/departments')).body.items;

it('shows the newest first, with how many used them, and a name only where it was to be given', async () => {
  const { id: named } = await shared(world, author, { credit: 'named' });
  world.clock.pass(1_000);
  const { id: unnamed } = await shared(world, author, { credit: 'communityOnly' });
  await happens(world, employee, unnamed, 'alsoUsed');
  const { discoveries } = await page(employee);
  expect(discoveries.slice(0, 2)).toMatchObject([
    { id: unnamed, about: 'One person used it too' },
    { id: named, about: expect.stringMatching(/^Shared by /) },
  ]);
});

it('is the same for everybody, whatever they may do', async () => {
  await shared(world, author);
  const [mine, ...others] = await Promise.all([author, employee, owner, manager, governance].map((who) => page(who)));
  for (const other of others) expect(other).toEqual(mine);
});

describe('what not everyone may see', () => {
  it.each(['candidate', 'pilot', 'proven', 'retired'])(
    'work that is %s stays off it, for its own people and its department too',
    async (stage) => {
      const { id } = await shared(world, author);
      expect(await ids(owner)).toContain(id);
      const { departmentId } = await movedInto(world, id, stage);
      for (const who of [author, owner, employee]) {
        expect(await ids(who)).not.toContain(id);
        expect(await ids(who, `?departments=${departmentId}`)).not.toContain(id);
      }
      await movedInto(world, id, 'scaled');
      expect(await ids(employee, `?departments=${departmentId}`)).toContain(id);
    },
  );

  it('neither what is not in the playbook for now, nor what was taken back or joined', async () => {
    const { id: declined } = await shared(world, author);
    await happens(world, manager, declined, 'decline', { text: 'Not now' });
    const { id: gone } = await shared(world, author);
    await happens(world, author, gone, 'withdraw');
    const seen = await ids(owner);
    expect(seen.filter((id) => [declined, gone].includes(id))).toEqual([]);
  });
});

describe('a channel of departments', () => {
  it('shows theirs and what belongs to no department, not that of others', async () => {
    const [first, second] = await departments();
    const { id } = await shared(world, author);
    const { departmentId } = await movedInto(world, id, 'scaled');
    const other = [first, second].find((each) => each?.id !== departmentId);
    const { id: free } = await shared(world, author);
    expect(await ids(employee, `?departments=${departmentId}`)).toEqual(expect.arrayContaining([id, free]));
    expect(await ids(employee, `?departments=${other?.id}`)).not.toContain(id);
    expect(await ids(employee, `?departments=${other?.id},${departmentId}`)).toContain(id);
    expect((await page(employee, `?departments=${departmentId}`)).departments).toMatchObject([{ id: departmentId }]);
  });

  it('of departments that are gone shows nothing, rather than all', async () => {
    const { status } = await asPerson(world, employee).get('/api/community?departments=nothing');
    expect(status).toBe(404);
  });
});

it('shows decisions in force that are new, and drops them when they are taken back', async () => {
  const id = await asked(world, employee, { toolName: 'Pagemaker' });
  await requestHappens(world, governance, id, 'decide', {
    ruling: 'limited',
    why: 'It stays in our tenant',
    condition: 'No names',
  });
  const { decisions } = await page(employee);
  expect(decisions[0]).toMatchObject({
    answer: 'Yes, with conditions',
    why: 'It stays in our tenant',
    conditions: ['No names'],
  });
  await requestHappens(world, governance, id, 'undo');
  expect(JSON.stringify(await page(employee))).not.toContain('Pagemaker');
});

it('holds no decision that is a template, was replaced, or is two months old', async () => {
  const store = storeOf(world);
  const known = new Map(
    (await store.find({ kind: 'decision', limit: 100 })).items.map(({ id, body }) => [id, Object(body)]),
  );
  const { decisions } = await page(employee);
  for (const { id, decidedAt } of decisions) {
    expect(known.get(id).state).toBe('active');
    expect(decidedAt >= '2026-09-24').toBe(true);
  }
});

it.each([
  ['/api/community?departments=a&departments=b', 'duplicate_parameter'],
  ['/api/community?all=1', 'unknown_field'],
])('%s is refused with %s', async (path, error) => {
  const { status, body } = await asPerson(world, employee).get(path);
  expect({ status, error: body.error }).toEqual({ status: 400, error });
});
