/** The last step on a question taken back through the tab's API: all as it was, everybody told, and never over a colleague's act. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { undoable, undone } from '../../src/core/undo.ts';
import { restOperation } from '../../src/features/flags/same-question.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { aTurn, memoryStore } from '../helpers/builders.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [manager, colleague, tools, asker, second] = [931, 932, 933, 934, 935];
let world: World;
const storeOf = () => world.running.store.forTenant(tenantId);
const bodyOf = async (id: string) => Object((await storeOf().get('flag', id))?.body);

beforeAll(async () => {
  world = await startWorld();
  for (const who of [manager, colleague]) await givenTo(storeOf(), who, ['hrLead']);
  await givenTo(storeOf(), tools, ['governance']);
});
afterAll(() => world.close());

async function raised(who: number, question: string, more: object = {}): Promise<string> {
  const { status, body } = await asPerson(world, who).post('/api/flags', { question, ...more });
  expect({ status, body: status === 201 ? '' : body }).toEqual({ status: 201, body: '' });
  return body.id;
}

async function happens(who: number, id: string, event: string, body: object = {}) {
  const { version } = (await asPerson(world, who).get(`/api/flags/${id}`)).body;
  return asPerson(world, who).post(`/api/flags/${id}/${event}`, body, version);
}

async function plannedFor(subject: string): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { body } of findAll(storeOf(), { kind: 'dueItem' }))
    if (JSON.stringify(body).includes(subject)) kinds.push(JSON.stringify(body));
  return kinds.filter((each) => each.includes('flagState'));
}

it('puts an answer back for ten minutes and no longer', async () => {
  const id = await raised(asker, 'May I paste a rota?');
  const { updatedAt: _, updatedBy: _b, ...was } = await bodyOf(id);
  expect((await happens(manager, id, 'answer', { text: 'Yes.' })).status).toBe(200);
  expect((await happens(colleague, id, 'undo')).body.error).toBe('too_late');
  expect((await happens(manager, id, 'undo')).status).toBe(200);
  const { updatedAt: _c, updatedBy: _d, ...after } = await bodyOf(id);
  expect(after).toEqual(was);
  await happens(manager, id, 'answer', { text: 'Yes, again.' });
  world.clock.pass(600_001);
  expect((await happens(manager, id, 'undo')).body.error).toBe('too_late');
});

it('of a decision tells everyone who was answered along with it', async () => {
  const store = storeOf();
  const [tool] = (await store.find({ kind: 'tool', limit: 1 })).items;
  const [dataClass] = (await store.find({ kind: 'dataClass', where: [['slug', '=', 'personal']] })).items;
  const context = { toolId: tool?.id, dataClassId: dataClass?.id, anyway: true };
  const one = await raised(asker, 'A list of names?', context);
  const other = await raised(second, 'A list of names too?', { ...context });
  for (const id of [one, other]) expect((await happens(manager, id, 'passToGovernance')).status).toBe(200);
  await world.tick();
  const decided = await happens(tools, one, 'decide', { ruling: 'yes', why: 'Our contract covers it.' });
  expect({ status: decided.status, state: (await bodyOf(other)).state }).toEqual({ status: 200, state: 'answered' });
  await world.tick();
  const before = await Promise.all([one, other].map(plannedFor));
  expect((await happens(tools, one, 'undo')).status).toBe(200);
  expect((await bodyOf(other)).state).toBe('needsDecision');
  const after = await Promise.all([one, other].map(plannedFor));
  expect(after.map((each, at) => each.length - (before[at]?.length ?? 0))).toEqual([1, 1]);
});

it('of a decision stops the answers that were still on their way', async () => {
  const store = storeOf();
  const [tool] = (await store.find({ kind: 'tool', limit: 1 })).items;
  const [dataClass] = (await store.find({ kind: 'dataClass', where: [['slug', '=', 'internal']] })).items;
  const id = await raised(second, 'A plan?', { toolId: tool?.id, dataClassId: dataClass?.id, anyway: true });
  await happens(manager, id, 'passToGovernance');
  const given = {
    decisionId: 'taken-back',
    text: 'Yes',
    by: person(tools).aadObjectId,
    at: '2026-11-23T10:00:00.000Z',
  };
  await store.write([restOperation(aTurn(store, { now: world.clock.now() }), id, given)]);
  await world.tick();
  expect((await bodyOf(id)).state).toBe('needsDecision');
});

it('and a colleague at the same instant: one of the two wins, and nothing of the winner is lost', async () => {
  for (let round = 0; round < 20; round++) {
    const id = await raised(1_500 + round, `Round ${round}?`);
    const { body } = await happens(manager, id, 'claim');
    const [undo, comment] = await Promise.all([
      asPerson(world, manager).post(`/api/flags/${id}/undo`, {}, body.version),
      asPerson(world, colleague).post(`/api/flags/${id}/comment`, { text: 'Seen' }, body.version),
    ]);
    const now = await bodyOf(id);
    expect([undo.status, comment.status].filter((status) => status === 200)).toHaveLength(1);
    expect((now.thread ?? []).length).toBe(comment.status === 200 ? 1 : 0);
  }
});

describe('between the look and the write', () => {
  it('writes over nothing that a colleague did there', async () => {
    const { store, clock, close } = memoryStore();
    const turn = aTurn(store, { now: clock.now() });
    await store.write([{ op: 'create', kind: 'flag', id: 'f', body: { state: 'open' } }]);
    const first = await store.get('flag', 'f');
    const change = {
      op: 'replace',
      kind: 'flag',
      id: 'f',
      version: first?.version ?? '',
      body: { state: 'assigned' },
    } as const;
    await store.write(await undoable(turn, { entityType: 'flag', entityId: 'f', event: 'claim' }, [change]));
    let looks = 0;
    const meddled = {
      ...store,
      find: store.find.bind(store),
      async get(kind: string, id: string) {
        const found = await store.get(kind, id);
        if (kind === 'flag' && ++looks === 1)
          await store.write([
            { op: 'replace', kind, id, version: found?.version ?? '', body: { state: 'assigned', by: 'colleague' } },
          ]);
        return found;
      },
    };
    const back = await undone({ ...turn, store: meddled as typeof store }, 'f');
    const result = back && (await store.write(back.operations));
    expect(result?.kind).not.toBe('ok');
    expect((await store.get('flag', 'f'))?.body).toMatchObject({ by: 'colleague' });
    await close();
  });
});

it('leaves the own question on the own list while a proposal about it waits', async () => {
  const id = await raised(asker, 'Is a rating of people fine?');
  await happens(manager, id, 'passToGovernance');
  const proposal = { ruling: 'yes', why: 'Fair.', aboutPeople: true };
  expect((await happens(tools, id, 'decide', proposal)).status).toBe(200);
  const { body } = await asPerson(world, asker).get('/api/me/items?limit=50');
  expect(body.items.map((line: { id: string }) => line.id)).toContain(id);
  expect(JSON.stringify(body)).not.toContain(person(tools).aadObjectId);
});
