/** An import that is cut off at any of its writes: nothing of it is seen, and whatever was begun comes to its end, once. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Store } from '../../src/core/documents.ts';
import { StoreError } from '../../src/core/errors.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scaled } from '../helpers/scale.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { bringIn, exported } from './portable-kit.ts';
import { as, bodiesOf, owner } from './scenarios-kit.ts';

/** Writes that still succeed; then the power is off. */
let left = Number.POSITIVE_INFINITY;
let writes = 0;

function cutting(store: Store): Store {
  return {
    ...{ check: () => store.check(), close: () => store.close() },
    archive: (tenantId, options) => store.archive(tenantId, options),
    forTenant(tenantId, options) {
      const bound = store.forTenant(tenantId, options);
      return {
        ...{ tenantId, get: (kind, id) => bound.get(kind, id), find: (query) => bound.find(query) },
        async write(operations, how) {
          if (left <= 0) throw new StoreError('storeDown', 'cut off');
          left--;
          writes++;
          return bound.write(operations, how);
        },
      };
    },
  };
}

let world: World;
let workflowId = '';
beforeAll(async () => {
  const store = await openSqlite({ dataDir: ':memory:', clock: movingClock(), log: silentLog });
  world = await startWorld({ overrides: { store: cutting(store) } });
  workflowId = (await as(world, owner).get('/api/scenario-options')).body.workflows[0].id;
});
afterAll(() => world.close());

const rows = 65;
const file = (name: string, count = rows): string =>
  `PromptTitle,Prompt\r\n${Array.from({ length: count }, (_, at) => `${name} ${at},Sum up ${name} ${at}`).join('\r\n')}`;

/** Of what an administrator sees in any way: the whole file, or nothing. */
async function seenOf(name: string): Promise<number> {
  const { scenarios } = JSON.parse(await exported(as(world, owner), 'json', true));
  return scenarios.filter(({ title }: { title: string }) => title.startsWith(`${name} `)).length;
}

async function allOf(name: string): Promise<{ heads: number; marks: number; entries: number }> {
  const versions = (await bodiesOf(world, 'scenarioVersion')).filter(({ title }) => `${title}`.startsWith(`${name} `));
  const ids = new Set(versions.map(({ scenarioId }) => scenarioId));
  const heads = (await bodiesOf(world, 'scenario')).filter(({ id }) => ids.has(id));
  const entries = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => ids.has(entityId));
  return { heads: heads.length, marks: heads.filter(({ arriving }) => arriving).length, entries: entries.length };
}

it('is seen whole or not at all, wherever it is cut off, and goes on by itself', async () => {
  writes = 0;
  await bringIn(as(world, owner), file('Whole'), { workflowId });
  const total = writes;
  expect(total).toBeGreaterThan(8);
  for (let cut = 0; cut < total; cut++) {
    const name = `Cut${cut}`;
    left = cut;
    const { status } = await bringIn(as(world, owner), file(name), { workflowId });
    left = Number.POSITIVE_INFINITY;
    expect([cut, status]).toEqual([cut, 503]);
    const seen = await seenOf(name);
    expect([cut, [0, rows].includes(seen)]).toEqual([cut, true]);
    await world.tick();
    const again = await bringIn(as(world, owner), file(name), { workflowId });
    // Either it was begun and is done, or nothing of it is here and it may come again.
    expect([cut, again.status === 201 || again.body.error === 'already_imported']).toEqual([cut, true]);
    expect([cut, await seenOf(name), await allOf(name)]).toEqual([
      ...[cut, rows, { heads: rows, marks: 0, entries: rows }],
    ]);
  }
  expect(await bodiesOf(world, 'playbookImportPart')).toEqual([]);
  process.stdout.write(`import: ${rows} rows cut off at each of ${total} writes\n`);
}, 240_000);

it('comes in once when it is sent twice at the same moment', async () => {
  const both = await Promise.all([1, 2].map(() => bringIn(as(world, owner), file('Twice'), { workflowId })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await allOf('Twice')).toEqual({ heads: rows, marks: 0, entries: rows });
});

it('takes as many as a file may have', async () => {
  const count = scaled(600, 5_000);
  const { status, body } = await bringIn(as(world, owner), file('Many', count), { workflowId });
  expect([status, body.counts.new, body.more]).toEqual([201, count, count - 100]);
  await world.tick();
  const { body: after } = await as(world, owner).get(`/api/playbook/imports/${body.id}`);
  expect(after).toMatchObject({ state: 'done', done: after.total });
  expect(await seenOf('Many')).toBe(count);
}, 240_000);
