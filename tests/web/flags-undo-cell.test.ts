/** A decision on a question taken back: the cell of the matrix is as it was and the decision is gone, on both stores. */
import { afterAll, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { bothStores, closed } from '../helpers/worlds.ts';
import { bodiesOf, sharingWorlds, storeOf } from '../turns/discoveries-kit.ts';
import { matrixAs } from './tools-kit.ts';

const worlds = await sharingWorlds(bothStores);
afterAll(() => closed(worlds));
const [reviewer, tools, asker] = [981, 982, 983];

it.each(worlds)('on %s', async (_, world) => {
  const store = storeOf(world);
  await givenTo(store, reviewer, ['hrLead']);
  await givenTo(store, tools, ['governance']);
  const matrix = matrixAs(world, tools);
  const cell = () => matrix.cell('Copilot Chat', 'Personal');
  const tool = (await matrix.tool('Copilot Chat')).body;
  const [was, rules, decisions] = [await cell(), tool.rules, await bodiesOf(world, 'decision')];
  const toolBodies = await bodiesOf(world, 'tool');
  expect(was.verdict).toBe('undecided');

  const context = { toolId: tool.id, dataClassId: await matrix.classId('Personal'), anyway: true };
  const raised = await asPerson(world, asker).post('/api/flags', { question: 'The staff list?', ...context });
  const path = `/api/flags/${raised.body.id}`;
  const happens = async (who: number, event: string, body: object = {}) =>
    asPerson(world, who).post(`${path}/${event}`, body, (await asPerson(world, who).get(path)).body.version);
  expect((await happens(reviewer, 'passToGovernance')).status).toBe(200);
  expect((await happens(tools, 'decide', { ruling: 'yes', why: 'Our contract covers it.' })).status).toBe(200);
  expect((await cell()).verdict).toBe('allowed');
  expect(await bodiesOf(world, 'decision')).toHaveLength(decisions.length + 1);

  expect((await happens(tools, 'undo')).status).toBe(200);
  expect(await cell()).toEqual(was);
  expect((await matrix.tool('Copilot Chat')).body.rules).toEqual(rules);
  expect(await bodiesOf(world, 'decision')).toEqual(decisions);
  expect(await bodiesOf(world, 'tool')).toEqual(toolBodies);
  const { state, decisionId } = Object((await store.get('flag', raised.body.id))?.body);
  expect({ state, decisionId }).toEqual({ state: 'needsDecision' });
});
