/** A list that was asked for before is given again as it was, and never once something of it has changed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { silentLog } from '../../src/core/log.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { keptAnswers } from '../../src/web/kept-answers.ts';
import { aDiscovery } from '../helpers/a-discovery.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { scratchFolder } from '../helpers/server-process.ts';
import { startWorld, type World } from '../helpers/world.ts';

const folder = scratchFolder();
let world: World;
beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter', dataDir: folder.path } });
  await givenTo(world.running.store.forTenant(tenantId), 5, ['manager']);
});
afterAll(async () => {
  await world.close();
  folder.remove();
});

const path = '/api/discoveries?queue=review&limit=2';
const list = (who: number, headers = {}) => asPerson(world, who).get(path, headers);
const titles = async (who: number): Promise<string[]> =>
  (await list(who)).body.items.map(({ title }: { title: string }) => title);
const store = () => world.running.store.forTenant(tenantId);
async function write(title: string, change: object = {}, on = store()): Promise<string> {
  const id = `kept-${title}`;
  const body = aDiscovery({ title, authorId: person(9).aadObjectId, ...change });
  expect((await on.write([{ op: 'create', kind: 'discovery', id, body }])).kind).toBe('ok');
  return id;
}

it('is the same text while nothing has changed, its way on included', async () => {
  for (const title of ['one', 'two', 'three']) await write(title);
  const [first, again] = [await list(5), await list(5)];
  expect(again.body).toEqual(first.body);
  // Sealed anew each time it is made.
  expect(again.body.next).toBe(first.body.next);
});

it('shows what was written since, here or by another process', async () => {
  const before = await titles(5);
  const id = await write('four', { dueAt: '2026-01-01T00:00:00.000Z' });
  expect(await titles(5)).toEqual(['four', before[0]]);
  const other = openSqlite({ dataDir: folder.path, clock: world.clock, log: silentLog });
  const found = await other.forTenant(tenantId).get('discovery', id);
  await other.forTenant(tenantId).write([{ op: 'remove', kind: 'discovery', id, version: found?.version ?? '' }]);
  await other.close();
  expect(await titles(5)).toEqual(before);
});

it('knows that what was on time is late now', async () => {
  await write('soon', { dueAt: new Date(world.clock.now().getTime() + 30_000).toISOString() });
  const late = async () => (await list(5)).body.items.find(({ title }: { title: string }) => title === 'soon')?.isLate;
  expect(await late()).toBe(false);
  world.clock.pass(61_000);
  expect(await late()).toBe(true);
});

it('belongs to one person, their language and their rights', async () => {
  expect(await list(6)).toMatchObject({ status: 403 });
  await givenTo(store(), 6, ['manager']);
  expect((await list(6)).status).toBe(200);
  const [english, spanish] = [await list(6), await list(6, { 'accept-language': 'es' })];
  expect(spanish.body.items[0].status.word).not.toBe(english.body.items[0].status.word);
  const id = person(6).aadObjectId;
  const found = await store().get('person', id);
  const body = { ...Object(found?.body), grants: [] };
  await writeStamped(store(), ['people'], [{ op: 'replace', kind: 'person', id, version: found?.version ?? '', body }]);
  expect(await list(6)).toMatchObject({ status: 403, body: { error: 'forbidden' } });
});

it('keeps no more than it has room for, those asked for last', () => {
  const kept = keptAnswers(40);
  kept.put('a', Buffer.alloc(15));
  kept.put('b', Buffer.alloc(15));
  expect(kept.get('a')).toBeDefined();
  kept.put('c', Buffer.alloc(15));
  expect(['a', 'b', 'c'].map((key) => kept.get(key)?.length)).toEqual([15, undefined, 15]);
  kept.put('whole', Buffer.alloc(50));
  expect(kept.get('whole')).toBeUndefined();
});
