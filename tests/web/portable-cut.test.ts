/** An import that is cut off at any of its writes: nothing of it is seen half, and whatever was begun comes to its end, once. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findAll, type Store, type WriteOperation } from '../../src/core/documents.ts';
import { StoreError } from '../../src/core/errors.ts';
import { silentLog } from '../../src/core/log.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scaled } from '../helpers/scale.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { bringIn, exported } from './portable-kit.ts';
import { as, bodiesOf, demo, owner, press, storeOf } from './scenarios-kit.ts';

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

type Row = Readonly<Record<string, unknown>> & { readonly slug: string };
type Lists = Readonly<Record<'workflows' | 'packs' | 'scenarios', readonly Row[]>>;
const sheet = async (): Promise<Lists> => JSON.parse(await exported(as(world, owner), 'json', true));

async function allOf(name: string): Promise<{ heads: number; marks: number; entries: number }> {
  const versions = (await bodiesOf(world, 'scenarioVersion')).filter(({ title }) => `${title}`.startsWith(`${name} `));
  const ids = new Set(versions.map(({ scenarioId }) => scenarioId));
  const heads = (await bodiesOf(world, 'scenario')).filter(({ id }) => ids.has(id));
  const entries = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => ids.has(entityId));
  return { heads: heads.length, marks: heads.filter(({ arriving }) => arriving).length, entries: entries.length };
}

const [fresh, changing] = [31, 35];

/** More live scenarios than one write can change. */
async function manyLive(): Promise<void> {
  const store = storeOf(world);
  const head = (await bodiesOf(world, 'scenario')).find(({ state, hold }) => state === 'published' && !hold);
  const text = (await bodiesOf(world, 'scenarioVersion')).find(({ scenarioId }) => scenarioId === head?.id);
  const { id: _, ...body } = Object(head);
  const { id: __, ...words } = Object(text);
  for (let at = 0; at < changing; at++)
    await writeStamped(
      store,
      ['content'],
      [
        { op: 'create', kind: 'scenario', id: `live-${at}`, body: { ...body, slug: `live-${at}` } },
        { op: 'create', kind: 'scenarioVersion', id: `live-${at}-1`, body: { ...words, scenarioId: `live-${at}` } },
      ],
    );
}

/** Drops what the import before brought and began, so that the next one finds what the first one found. */
async function asBefore(): Promise<void> {
  const operations: WriteOperation[] = [];
  for (const kind of ['scenario', 'scenarioVersion', 'pack', 'workflow'])
    for await (const { id, version, body } of findAll(storeOf(world), { kind })) {
      const { draftVersion, draftState: _, ...head } = Object(body);
      const isBrought = head.origin === 'import' || /^(?:pack|flow)-/.test(head.slug ?? '');
      const isText = kind === 'scenarioVersion' && (head.version === 2 || /^(?:whole|cut)/.test(head.title ?? ''));
      if (isBrought || isText) operations.push({ op: 'remove', kind, id, version });
      else if (id.startsWith('live-') && draftVersion)
        operations.push({ op: 'replace', kind, id, version, body: head });
    }
  while (operations.length > 0) await writeStamped(storeOf(world), ['content'], operations.splice(0, 90));
}

/** A workflow and packs that are not here, new scenarios in it, and another text of all that is live. */
function wholeFile(name: string, { workflows, packs, scenarios }: Lists, form: object): string {
  const [flow, pack, model] = [workflows[0], packs[0], scenarios.find(({ slug }) => slug === 'live-0')];
  const known = z.array(z.looseObject({})).parse(model?.prompts);
  const prompts = (text: string) => known.map((each) => ({ ...each, text }));
  const coming = Array.from({ length: fresh }, (_, at) => ({
    ...{ ...model, slug: `${name}-${at}`, title: `${name} ${at}`, stepOrder: 1 },
    ...{ packId: `pack-${name}-${at}`, nextIds: [], ...(at === 0 ? { workflowId: `flow-${name}` } : {}) },
  }));
  const changed = Array.from({ length: changing }, (_, at) => ({
    ...{ ...model, slug: `live-${at}`, task: `Task ${name}`, prompts: prompts(`Prompt ${name}`) },
  }));
  return JSON.stringify({
    ...form,
    workflows: [...workflows, { ...flow, slug: `flow-${name}`, name: `Flow ${name}` }],
    packs: coming.map(({ packId }) => ({ ...pack, slug: packId, scenarioIds: [] })),
    scenarios: [...coming, ...changed],
  });
}

/** Of what an administrator sees in any way: new things all or none, each change whole, and none before what is new. */
async function seenOf(name: string): Promise<{ fresh: number; changed: number }> {
  // As after any other change: no warm copy hides what is there.
  await writeStamped(storeOf(world), ['content'], []);
  const { workflows, packs, scenarios } = await sheet();
  const mine = scenarios.filter(({ title }) => `${title}`.startsWith(`${name} `)).length;
  expect([0, fresh]).toContain(mine);
  expect(workflows.filter(({ slug }) => slug === `flow-${name}`)).toHaveLength(mine === 0 ? 0 : 1);
  expect(packs.filter(({ slug }) => slug.startsWith(`pack-${name}-`))).toHaveLength(mine);
  const live = scenarios.filter(({ slug }) => slug.startsWith('live-'));
  const changed = live.filter(({ task }) => task === `Task ${name}`);
  expect(live.filter((each) => JSON.stringify(each.prompts).includes(`Prompt ${name}`))).toEqual(changed);
  if (changed.length > 0) expect(mine).toBe(fresh);
  return { fresh: mine, changed: changed.length };
}

it('new things are seen all or none, changes each whole, wherever it is cut off, and it goes on by itself', async () => {
  await manyLive();
  const lists = await sheet();
  const { format, formatVersion } = Object(lists);
  const send = (name: string) => bringIn(as(world, owner), wholeFile(name, lists, { format, formatVersion }));
  writes = 0;
  const dry = await bringIn(as(world, owner), wholeFile('whole', lists, { format, formatVersion }), { dryRun: true });
  expect([writes, dry.body.counts]).toMatchObject([0, { new: fresh, changed: changing, library: fresh + 1 }]);
  const { body: done } = await send('whole');
  expect(done).toMatchObject({ state: 'done', counts: dry.body.counts, done: done.total });
  const total = writes;
  expect(total).toBeGreaterThan(15);
  // Every third one, the last among them; in the long run each.
  const cuts = Array.from({ length: total }, (_, cut) => cut).filter((cut) => (total - 1 - cut) % scaled(3, 1) === 0);
  for (const [at, cut] of cuts.entries()) {
    await asBefore();
    const name = `cut${cut}`;
    left = cut;
    const { status } = await send(name);
    left = Number.POSITIVE_INFINITY;
    expect([cut, status]).toEqual([cut, 503]);
    await seenOf(name);
    // The clock does it, or the same file once more.
    if (at % 2 === 0) await world.tick();
    const again = await send(name);
    expect([cut, again.status === 201 || again.body.error === 'already_imported']).toEqual([cut, true]);
    expect([cut, await seenOf(name)]).toEqual([cut, { fresh, changed: changing }]);
    await world.tick();
    expect([cut, await allOf(name)]).toEqual([cut, { heads: fresh, marks: 0, entries: fresh }]);
  }
  expect(await bodiesOf(world, 'playbookImportPart')).toEqual([]);
  for (const kind of ['workflow', 'pack', 'scenario'])
    expect((await bodiesOf(world, kind)).filter(({ arriving }) => arriving)).toEqual([]);
  const events = (await bodiesOf(world, 'auditEntry')).map(({ action, actorId }) => `${action} ${actorId}`);
  const times = (action: string) => events.filter((each) => each === `${action} ${demo(owner)}`).length;
  expect(['playbook.import', 'workflow.create', 'pack.create', 'scenario.startEdit'].map(times)).toEqual([
    ...[1, 1, fresh, changing].map((each) => (cuts.length + 1) * each),
  ]);
  process.stdout.write(`import: ${fresh} new and ${changing} changed cut off at ${cuts.length} of ${total} writes\n`);
}, 240_000);

it('leaves a draft alone that was begun here while the file came in, and says so', async () => {
  await asBefore();
  const lists = await sheet();
  const whole = wholeFile('cutoff', lists, Object(lists));
  // Six parts, the beginning, and four that are out of sight.
  left = 11;
  await bringIn(as(world, owner), whole);
  left = Number.POSITIVE_INFINITY;
  expect(await seenOf('cutoff')).toEqual({ fresh, changed: 0 });
  expect((await press(as(world, owner), 'live-3', 'startEdit')).status).toBe(200);
  const { body } = await bringIn(as(world, owner), whole);
  expect(body).toMatchObject({ state: 'done', counts: { new: fresh, changed: changing - 1, busy: 1 } });
  expect(body.items.filter(({ outcome }: { outcome: string }) => outcome === 'busy')).toMatchObject([{ id: 'live-3' }]);
  expect(await seenOf('cutoff')).toEqual({ fresh, changed: changing - 1 });
});

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
  expect((await sheet()).scenarios.filter(({ title }) => `${title}`.startsWith('Many '))).toHaveLength(count);
}, 240_000);
