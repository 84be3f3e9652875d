/** A change of a tool sends exactly the scenarios that list it to a check, also when the work is cut off, and tells each owner once. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll, type Store, type TenantStore, type WriteOperation } from '../../src/core/documents.ts';
import { StoreError } from '../../src/core/errors.ts';
import { silentLog } from '../../src/core/log.ts';
import { sendRecord } from '../../src/core/send-record.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { toolChange } from '../../src/features/guardrails/model.ts';
import { scenario } from '../../src/features/playbook/model.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { member, owner, tools, withPeople } from './tools-kit.ts';

const worlds: World[] = [];
afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));

/** `dies()` says of each write whether the process is dead by then: nothing is written any more. */
type Dies = (operations: readonly WriteOperation[]) => boolean;

async function aWorld(dies: Dies = () => false): Promise<World & { store: TenantStore }> {
  const sqlite = openSqlite({ dataDir: ':memory:', clock: movingClock(), log: silentLog });
  const mortal = (bound: TenantStore): TenantStore => ({
    tenantId: bound.tenantId,
    get: (kind, id) => bound.get(kind, id),
    find: (query) => bound.find(query),
    write: async (operations, options) => {
      if (dies(operations)) throw new StoreError('storeDown', 'killed here');
      return bound.write(operations, options);
    },
  });
  const store = {
    ...sqlite,
    forTenant: (...asked: Parameters<Store['forTenant']>) => mortal(sqlite.forTenant(...asked)),
  };
  const world = await startWorld({ overrides: { store } });
  worlds.push(world);
  await withPeople(world);
  return { ...world, store: sqlite.forTenant(tenantId) };
}

const heads = async (store: TenantStore) => {
  const found = [];
  for await (const { id, body } of findAll(store, { kind: 'scenario' })) found.push({ id, head: scenario.parse(body) });
  return found;
};

/** `count` live scenarios more that list the tool, and as many that do not. */
async function planted(store: TenantStore, toolId: string, otherId: string, count: number): Promise<void> {
  const [any] = (await heads(store)).filter(({ head }) => head.state === 'published');
  const version = await store.get('scenarioVersion', (await liveId(store, any?.id ?? '')) ?? '');
  for (let n = 0; n < count * 2; n++) {
    const id = `planted-${n}`;
    const toolIds = n < count ? [otherId, toolId] : [otherId];
    const ownerId = person(n % 2 === 0 ? owner : member).aadObjectId;
    const contract = { ...Object(version?.body), scenarioId: id, version: 1, title: `Planted ${n}`, toolIds };
    const operations: WriteOperation[] = [
      {
        op: 'create',
        kind: 'scenario',
        id,
        body: { ...any?.head, slug: id, ownerId, liveVersion: 1, checkReasons: [] },
      },
      { op: 'create', kind: 'scenarioVersion', id: `${id}-1`, body: contract },
    ];
    expect((await writeStamped(store, ['content'], operations)).kind).toBe('ok');
  }
}

async function liveId(store: TenantStore, scenarioId: string): Promise<string | undefined> {
  for await (const { id, body } of findAll(store, {
    kind: 'scenarioVersion',
    where: [['scenarioId', '=', scenarioId]],
  }))
    if (Object(body).version === 1) return id;
  return undefined;
}

const idsOf = async (world: World) => {
  const { body } = await asPerson(world, tools).get('/api/tools');
  const named = (name: string) => body.items.find((each: { name: string }) => each.name === name).id as string;
  return { toolId: named('Image maker'), otherId: named('Microsoft 365 Copilot') };
};

const change = (toolId: string, more: object = {}) => ({
  ...{ toolId, title: 'New pictures engine', what: 'Pictures look different now.', kind: 'changedBehaviour' },
  ...{ happenedOn: '2026-11-20', needsCheck: true, ...more },
});

const log = (world: World, body: object, number = tools) => asPerson(world, number).post('/api/tool-changes', body);

async function dependents(store: TenantStore, toolId: string): Promise<string[]> {
  const found = new Set<string>();
  const live = new Map((await heads(store)).map(({ id, head }) => [id, head.liveVersion]));
  for await (const { body } of findAll(store, { kind: 'scenarioVersion' })) {
    const { scenarioId, version, toolIds } = Object(body);
    if (live.get(scenarioId) === version && toolIds.includes(toolId)) found.add(scenarioId);
  }
  return [...found].toSorted();
}

const markedBy = async (store: TenantStore, changeId: string): Promise<string[]> =>
  (await heads(store))
    .filter(({ head }) => head.checkReasons.some(({ refId }) => refId === changeId))
    .map(({ id }) => id)
    .toSorted();

describe('a change that needs a check', () => {
  it.each([
    ['in one write', 3],
    ['in several', 50],
  ])('marks exactly the scenarios that list the tool, %s', async (_, count) => {
    const world = await aWorld();
    const { toolId, otherId } = await idsOf(world);
    await planted(world.store, toolId, otherId, count);
    const expected = await dependents(world.store, toolId);
    expect(expected.length).toBeGreaterThanOrEqual(count);
    const told = await asPerson(world, tools).post('/api/tool-changes/preview', change(toolId));
    expect(told.body.changes[0]).toBe(`${expected.length} scenarios go to a check:`);
    const { status, body } = await log(world, change(toolId));
    expect(status).toBe(201);
    await world.tick();
    expect(await markedBy(world.store, body.id)).toEqual(expected);
    for (const { id, head } of await heads(world.store)) {
      const isMarked = expected.includes(id);
      expect({ id, state: head.state }).toEqual({ id, state: isMarked ? 'dueForReview' : 'published' });
      if (isMarked) expect(head.reviewDue).toBe('2026-12-07');
    }
    const stored = toolChange.parse((await world.store.get('toolChange', body.id))?.body);
    expect(stored.affectedScenarioIds.toSorted()).toEqual(expected);
    expect(stored.fannedOutAt).toBeDefined();
  });

  it('goes on where it was killed, marks none twice and tells each owner once', async () => {
    let rounds: number | undefined;
    const isRound = (operations: readonly WriteOperation[]) =>
      operations.some(({ op, kind }) => op === 'replace' && kind === 'toolChange');
    // Once it is armed, the job lives through one round and dies before the next, with all that it would still write.
    const world = await aWorld(
      (operations) => rounds !== undefined && (rounds > 1 || (isRound(operations) && ++rounds > 1)),
    );
    const { toolId, otherId } = await idsOf(world);
    await planted(world.store, toolId, otherId, 80);
    const expected = await dependents(world.store, toolId);
    const { body } = await log(world, change(toolId));
    const first = await markedBy(world.store, body.id);
    expect(first.length).toBe(30);
    rounds = 0;
    await world.tick();
    expect(await markedBy(world.store, body.id)).toHaveLength(60);
    rounds = undefined;
    world.clock.pass(10 * 60_000);
    await world.tick();
    await world.tick();
    expect(await markedBy(world.store, body.id)).toEqual(expected);
    for (const { head } of await heads(world.store))
      expect(head.checkReasons.filter(({ refId }) => refId === body.id).length).toBeLessThan(2);
    const marked = (await heads(world.store)).filter(({ id }) => expected.includes(id));
    const owners = marked.map(({ id, head }) => [`${id} to ${head.ownerId}`, 1]);
    expect(owners.length).toBeGreaterThanOrEqual(80);
    expect(await told(world.store, expected)).toEqual(Object.fromEntries(owners));
  });

  it('new terms make the decided rules of the tool due, and no cell of another tool', async () => {
    const world = await aWorld();
    const { toolId } = await idsOf(world);
    expect((await log(world, change(toolId, { kind: 'terms' }))).status).toBe(201);
    const { body } = await asPerson(world, member).get('/api/tools');
    for (const { id, cells } of body.items)
      for (const { isDue, verdict } of cells) expect(isDue).toBe(id === toolId && verdict !== 'undecided');
    const { items } = (await asPerson(world, tools).get('/api/rules/due?state=late')).body;
    expect(items.length).toBeGreaterThan(0);
  });

  it('waits in the list of those who decide about tools until all is checked', async () => {
    const world = await aWorld();
    const { otherId } = await idsOf(world);
    const { body } = await log(world, change(otherId));
    await world.tick();
    const due = await asPerson(world, tools).get('/api/rules/due?kind=tool-changes');
    expect(due.body.items).toEqual([
      expect.objectContaining({ kind: 'tool-changes', id: body.id, dueAt: '2026-12-07T00:00:00.000Z' }),
    ]);
    expect((await asPerson(world, member).get('/api/rules/due?kind=tool-changes')).status).toBe(403);
    for (const { id, head } of await heads(world.store)) await checked(world.store, id, head);
    expect((await asPerson(world, tools).get('/api/rules/due?kind=tool-changes')).body.items).toEqual([]);
  });
});

it('a change that needs none marks none', async () => {
  const world = await aWorld();
  const { otherId } = await idsOf(world);
  const { body } = await log(world, change(otherId, { needsCheck: false }));
  await world.tick();
  expect(await markedBy(world.store, body.id)).toEqual([]);
  const { items } = (await asPerson(world, member).get('/api/tool-changes')).body;
  expect(items).toEqual([expect.objectContaining({ id: body.id, tool: 'Microsoft 365 Copilot', affected: 0 })]);
});

it('is logged by those who decide about tools alone, with a tool and a date that exist', async () => {
  const world = await aWorld();
  const { toolId } = await idsOf(world);
  for (const number of [member, owner]) expect((await log(world, change(toolId), number)).status).toBe(403);
  expect((await log(world, change('nothing'))).status).toBe(400);
  expect((await log(world, change(toolId, { happenedOn: '2026-02-30' }))).status).toBe(400);
  expect((await log(world, change(toolId, { sourceUrl: 'http://example.com' }))).status).toBe(400);
  expect((await asPerson(world, tools).get('/api/tool-changes')).body.items).toEqual([]);
});

/** How many messages about each of these scenarios each person gets. */
async function told(store: TenantStore, scenarioIds: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { body } of findAll(store, { kind: 'sendRecord' })) {
    const { subject, personId = '' } = sendRecord.parse(body);
    const key = `${subject} to ${personId}`;
    if (scenarioIds.includes(subject)) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** As the owner says "checked, no change". */
async function checked(store: TenantStore, id: string, head: ReturnType<typeof scenario.parse>): Promise<void> {
  const found = await store.get('scenario', id);
  const body = { ...head, state: 'published', checkReasons: [] };
  await writeStamped(
    store,
    ['content'],
    [{ op: 'replace', kind: 'scenario', id, version: found?.version ?? '', body }],
  );
}
