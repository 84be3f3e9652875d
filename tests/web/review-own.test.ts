/** One's own items of every kind, the newest first; how questions are limited; and what a step will do before it is taken. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  aFind,
  aFlag,
  all,
  aRequest,
  asker,
  employee,
  governance,
  manager,
  other,
  peopled,
  storeOf,
  written,
} from './review-kit.ts';
import { matrixAs } from './tools-kit.ts';

let world: World;
const as = (who: number) => asPerson(world, who);
const on = (day: number) => ({ createdAt: `2026-11-${day}T08:00:00.000Z`, dueAt: '2026-12-01T08:00:00.000Z' });

beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
});
afterAll(() => world.close());

const raised = async (who: number, body: object) => as(who).post('/api/flags', body);
const happens = async (who: number, id: string, event: string, body: object = {}) =>
  as(who).post(`/api/flags/${id}/${event}`, body, (await as(who).get(`/api/flags/${id}`)).body.version);
const said = ({ status, body }: Awaited<ReturnType<typeof raised>>) => ({ status, error: body.error });

it('lists what one asked, shared and wished for, the newest first, and nothing that was asked without a name', async () => {
  const nameless = (await raised(asker, { question: 'Without a name?', anonymous: true })).body.id;
  await written(world, [
    aRequest('mine-3', on(13)),
    aFlag('mine-5', on(15), { state: 'answered', answer: 'Yes.' }),
    aFind('mine-4', on(14)),
    aFind('mine-1', on(11)),
    aFlag('mine-2', on(12)),
    aRequest('mine-6', on(16)),
  ]);
  const { body } = await as(asker).get('/api/me/items?limit=50');
  const listed = body.items.map(({ kind, id }: Record<string, string>) => `${kind}/${id}`);
  expect(listed).toEqual([
    ...[
      'requests/mine-6',
      'flags/mine-5',
      'discoveries/mine-4',
      'requests/mine-3',
      'flags/mine-2',
      'discoveries/mine-1',
    ],
  ]);
  expect(JSON.stringify(body)).not.toContain(nameless);
  expect((await as(asker).get('/api/me/items?limit=2')).body.items).toEqual(body.items.slice(0, 2));
  expect((await as(employee).get('/api/me/items')).body).toEqual({ items: [] });
});

it('takes twenty questions of a person on a day, with and without a name, and the next on the next day', async () => {
  for (let n = 1; n <= 20; n++)
    expect(said(await raised(employee, { question: `Number ${n}?`, anonymous: n % 2 === 0 }))).toEqual({ status: 201 });
  const over = await raised(employee, { question: 'Number 21?' });
  expect(said(over)).toEqual({ status: 429, error: 'daily_limit' });
  expect(over.body.message).toContain('20');
  expect((await raised(employee, { question: 'Number 21?', anonymous: true })).body.error).toBe('daily_limit');
  expect((await raised(manager, { question: 'Of somebody else?' })).status).toBe(201);
  world.clock.pass(24 * 3_600_000);
  expect((await raised(employee, { question: 'Number 21?' })).status).toBe(201);
});

describe('about a tool and a kind of data', () => {
  it('says before a step what it changes and who is told; nothing changes by looking', async () => {
    const matrix = matrixAs(world, governance);
    const context = {
      toolId: (await matrix.tool('Copilot Chat')).body.id,
      dataClassId: await matrix.classId('Personal'),
      anyway: true,
    };
    const { id } = (await raised(asker, { question: 'The staff list?', ...context })).body;
    await raised(other, { question: 'Our staff list?', ...context });
    const looked = await storeOf(world).get('flag', id);
    const preview = async (who: number, event: string, body: object = {}) => {
      const answer = await as(who).post(`/api/flags/${id}/${event}/preview`, body);
      return answer.status === 200 ? answer.body : answer.status;
    };
    expect(await preview(all, 'answer', { text: 'Yes.' })).toEqual({
      changes: ['The question counts as answered.'],
      told: ['Whoever asked is told at once.'],
    });
    const passed = await preview(all, 'passToGovernance');
    expect(passed.changes).toEqual(['It waits for the people who decide about tools, with a new due time.']);
    expect(passed.told).toContain(`Person ${governance}`);
    expect(await preview(manager, 'answer', { text: 'Yes.' })).toBe(404);
    expect(await storeOf(world).get('flag', id)).toEqual(looked);
    await happens(all, id, 'passToGovernance');
    for (const [ruling, after] of [
      ['yes', 'Allowed'],
      ['yesWithConditions', 'Allowed with conditions'],
      ['no', 'Not allowed'],
      ['notYet', 'Not decided yet'],
    ]) {
      const { changes, told } = await preview(governance, 'decide', {
        ruling,
        why: 'Because.',
        condition: 'Ask first.',
      });
      expect(changes).toEqual([
        `Copilot Chat with Personal: Not decided yet becomes ${after}.`,
        'The decision is in force at once, for everyone.',
      ]);
      expect(told).toEqual(['2 people who asked the same are told.']);
    }
    expect((await matrix.cell('Copilot Chat', 'Personal')).verdict).toBe('undecided');
  });

  it('is answered by what was decided before, unless it is asked all the same', async () => {
    const matrix = matrixAs(world, governance);
    await matrix.set('Copilot Chat', 'Personal', { verdict: 'allowed' });
    const context = {
      toolId: (await matrix.tool('Copilot Chat')).body.id,
      dataClassId: await matrix.classId('Personal'),
    };
    const question = 'And now?';
    expect(said(await raised(manager, { question, ...context }))).toEqual({ status: 409, error: 'already_decided' });
    expect(said(await raised(manager, { question, ...context, anyway: true }))).toEqual({ status: 201 });
    expect((await raised(manager, { question, ...context, anyway: true })).body.error).toBe('already_flagged');
  });
});
