/** One's own last change of the rules can be taken back for ten minutes, as long as nobody acted since; whoever got an answer is told. */
import { afterAll, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';
import { matrixAs, member, second, tools, withPeople } from './tools-kit.ts';

const world = await startWorld();
await withPeople(world);
afterAll(() => world.close());
const store = world.running.store.forTenant(tenantId);
const cell = ['Copilot Chat', 'Personal'] as const;
const matrix = matrixAs(world, tools);
const undo = (id: string, version: string, number = tools) =>
  asPerson(world, number).post(`/api/tools/${id}/undo`, {}, version);

it('a cell is as it was, its question is open again and its asker told once more', async () => {
  const me = hand(world, { from: person(721), conversation: { id: 'a:721', conversationType: 'personal', tenantId } });
  await me.say('flag May the staff list go into Copilot Chat?');
  await me.press('Send');
  const before = (await matrix.tool(cell[0])).body;
  expect(before.undo).toBeUndefined();
  const set = await matrix.set(...cell, { verdict: 'allowed' });
  expect(set.body.undo.label).toBe('Undo');
  expect((await asPerson(world, second).get(`/api/tools/${before.id}`)).body.undo).toBeUndefined();
  expect((await undo(before.id, set.body.version, second)).status).toBe(409);
  expect((await undo(before.id, set.body.version, member)).status).toBe(403);
  expect((await undo(before.id, before.version)).status).toBe(412);
  const back = await undo(before.id, set.body.version);
  expect(back.status).toBe(200);
  expect(back.body.rules).toEqual(before.rules);
  expect((await matrix.cell(...cell)).verdict).toBe('undecided');
  expect((await undo(before.id, back.body.version)).status).toBe(409);
  const states = [];
  for await (const { body } of findAll(store, { kind: 'flag' })) states.push(Object(body).state);
  expect(states).toEqual(['open']);
  await world.tick();
  const told = [];
  for await (const { body } of findAll(store, {
    kind: 'sendRecord',
    where: [['personId', '=', person(721).aadObjectId]],
  }))
    told.push(Object(body).kind);
  expect(told.filter((kind) => kind === 'flagState').length).toBe(2);
});

it('is over when somebody acted since, and after ten minutes', async () => {
  await matrix.set(...cell, { verdict: 'allowed' });
  const theirs = await matrixAs(world, second).set(...cell, { verdict: 'notAllowed' });
  expect((await undo(theirs.body.id, theirs.body.version)).status).toBe(409);
  expect((await matrix.cell(...cell)).verdict).toBe('notAllowed');
  world.clock.pass(11 * 60_000);
  expect((await undo(theirs.body.id, theirs.body.version, second)).status).toBe(409);
});

it('"still right" is taken back too, and the item says who did what', async () => {
  world.clock.pass(80 * 86_400_000);
  const me = asPerson(world, tools);
  const { items } = (await me.get('/api/rules/due?q=gemini%20public')).body;
  const path = `/api/decisions/${items[0].id}`;
  const shown = await me.get(path);
  const done = await me.post(`${path}/confirm`, {}, shown.body.version);
  expect(done.body.undo.label).toBe('Undo');
  const back = await me.post(`${path}/undo`, {}, done.body.version);
  expect({ status: back.status, dueAt: back.body.dueAt }).toEqual({ status: 200, dueAt: shown.body.dueAt });
  expect(back.body.history.map(({ what, who }: { what: string; who: string }) => `${who} ${what}`).toSorted()).toEqual([
    `Person ${tools} said that it is still right`,
    `Person ${tools} took the last step back`,
  ]);
  expect((await asPerson(world, member).get(path)).body.history).toEqual([]);
});
