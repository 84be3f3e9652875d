/** A whole tenant from one store to another and back: the same documents, however often the way was cut. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Archive, Store, TenantStore } from '../../src/core/documents.ts';
import { checkedFile, exportTenant, partOf } from '../../src/stores/move.ts';
import { compareWithFile, importTenant } from '../../src/stores/move-in.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { dice, scaled } from '../helpers/scale.ts';
import { create, newTenant, written } from './contract/kit.ts';
import { openInProcess } from './cosmos-kit.ts';
import { folders } from './folder.ts';

const { make, open, clear } = folders();
const scratch: string[] = [];
afterEach(async () => {
  await clear();
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const clock = movingClock();
const now = () => clock.now();
const tenantId = 'b6a7c1de-0000-4000-8000-0000000000bb';

function fileIn(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-move-'));
  scratch.push(folder);
  return join(folder, name);
}

const count = scaled(2_000, 100_000);

/** Documents of both homes: small and large, many scripts, with ends and without. */
async function filled(store: Store, documents = count): Promise<TenantStore> {
  const random = dice(20261125);
  const tenant = store.forTenant(tenantId, { pace: 'import' });
  const texts = ['plain', 'Zażółć 東京 🧭', '"quoted" \\ \n new line', 'x'.repeat(3_000)];
  const one = (n: number) => {
    const body = { zeta: n, alpha: { deep: [random.number(9), null, true], text: random.pick(texts) }, n: n / 7 };
    const life = random.chance(0.1) ? { ttlSeconds: 86_400 + n } : {};
    return random.chance(0.3)
      ? { ...create(`use-${n}`, { ...body, week: `2026-W${10 + (Math.floor(n / 100) % 30)}` }, 'use'), ...life }
      : { ...create(`item ${n} é`, body, random.pick(['item', 'flag', 'scenario'])), ...life };
  };
  const operations = Array.from({ length: documents }, (_, n) => one(n));
  const parts = Map.groupBy(operations, ({ kind, body }) =>
    kind === 'use' && 'week' in body ? String(body.week) : '',
  );
  for (const part of parts.values())
    for (let at = 0; at < part.length; at += 100) {
      const result = await tenant.write(part.slice(at, at + 100));
      expect(result.kind).toBe('ok');
    }
  await store.forTenant('another tenant').write([create('theirs', { secret: 'canary' })]);
  return tenant;
}

const sortedLines = (file: string): string => readFileSync(file, 'utf8').split('\n').toSorted().join('\n');

class Cut extends Error {}

/** An archive that breaks off after so many pages. */
function cutAfter(pages: number, archive: Archive): Archive {
  let left = pages;
  return {
    ...archive,
    read: async (after) => {
      if (left-- <= 0) throw new Cut();
      return archive.read(after);
    },
  };
}

/** A store that breaks off after so many writes. */
function writesCutAfter(writes: number, store: TenantStore): TenantStore {
  let left = writes;
  return {
    ...store,
    write: async (operations) => {
      if (left-- <= 0) throw new Cut();
      return store.write(operations);
    },
  };
}

async function bring(from: Store, to: Store, file: string): Promise<void> {
  const pages = Math.max(1, Math.floor(count / 1_500));
  for (let n = 0; n < 2; n++)
    await expect(exportTenant(cutAfter(pages, from.archive(tenantId)), file)).rejects.toThrow(Cut);
  // The last line of a process that was killed may be half a line.
  appendFileSync(partOf(file), '{"body":{"half');
  const exported = await exportTenant(from.archive(tenantId), file);
  expect(exported.documents).toBe(count);
  expect(existsSync(partOf(file))).toBe(false);
  const total = await checkedFile(file, tenantId);
  expect(total).toEqual(exported);
  const into = to.forTenant(tenantId, { pace: 'import' });
  for (const writes of [3, 7])
    await expect(importTenant(writesCutAfter(writes, into), file, total, { now })).rejects.toThrow(Cut);
  const done = await importTenant(into, file, total, { now });
  expect(done.created + done.present).toBe(count);
  expect(done.present).toBeGreaterThan(0);
  expect(await importTenant(into, file, total, { now })).toMatchObject({ created: 0, present: count, different: [] });
  const compared = await compareWithFile(to.archive(tenantId), file, now());
  expect(compared).toEqual({ file: total, store: total, missing: [], different: [], extra: [] });
}

describe(`a tenant of ${count} documents, cut off twice on each way`, () => {
  it('is the same after SQLite, Cosmos DB and SQLite again', async () => {
    const first = open(make(), { clock });
    await filled(first);
    const { store: cosmos } = await openInProcess({ clock });
    const [there, back, again] = [fileIn('there.jsonl'), fileIn('back.jsonl'), fileIn('again.jsonl')];
    await bring(first, cosmos, there);
    await bring(cosmos, open(make(), { clock }), back);
    await exportTenant(first.archive(tenantId), again);
    expect(sortedLines(back)).toBe(sortedLines(there));
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(there, 'utf8'));
    expect(readFileSync(there, 'utf8')).not.toContain('canary');
    process.stdout.write(`moves: ${count} documents there and back, cut off 8 times, byte-identical after sorting\n`);
  }, 600_000);
});

describe('an import', () => {
  async function exportedFew(): Promise<{ file: string; store: Store }> {
    const store = open(make(), { clock });
    await filled(store, 40);
    const file = fileIn('few.jsonl');
    await exportTenant(store.archive(tenantId), file);
    return { file, store };
  }
  const few = 40;

  it('leaves alone what differs and names it, or replaces it when told to', async () => {
    const { file } = await exportedFew();
    const total = await checkedFile(file, tenantId);
    const other = open(make(), { clock }).forTenant(tenantId);
    const [first] = (await other.find({ kind: 'item' })).items;
    expect(first).toBeUndefined();
    const id = /"id":"(item [^"]*)","kind":"item"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    await written(other, create(id, { mine: true }));
    const left = await importTenant(other, file, total, { now });
    expect(left).toMatchObject({ created: few - 1, different: [`item ${id}`] });
    expect((await other.get('item', id))?.body).toEqual({ mine: true });
    const replaced = await importTenant(other, file, total, { now, overwrite: true });
    expect(replaced).toMatchObject({ created: 0, present: few - 1, replaced: 1, different: [] });
    expect((await other.get('item', id))?.body).toHaveProperty('alpha.deep');
  });

  it('does not bring back what is over, and keeps the ends of the rest', async () => {
    const { file, store } = await exportedFew();
    const total = await checkedFile(file, tenantId);
    clock.pass(200 * 86_400_000);
    const other = open(make(), { clock });
    const { created, ended } = await importTenant(other.forTenant(tenantId), file, total, { now });
    expect(created + ended).toBe(few);
    expect(ended).toBeGreaterThan(0);
    const [a, b] = [fileIn('a'), fileIn('b')];
    await exportTenant(store.archive(tenantId), a);
    await exportTenant(other.archive(tenantId), b);
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'));
  });

  it('of a dry run counts and writes nothing', async () => {
    const { file } = await exportedFew();
    const other = newTenant({ store: open(make(), { clock }), clock });
    const total = await checkedFile(file, tenantId);
    expect(await importTenant(other, file, total, { now, dryRun: true })).toMatchObject({ created: few });
    expect((await other.find({ kind: 'item' })).items).toEqual([]);
  });

  it.each([
    ['cut in the middle', (file: string) => truncateSync(file, 3_000), 'was the file cut or edited'],
    ['without its end', (file: string) => writeFileSync(file, withoutLast(file)), 'has no end'],
    ['with a changed word', (file: string) => writeFileSync(file, read(file).replace('plain', 'plane')), 'was altered'],
    ['with a line gone', (file: string) => writeFileSync(file, read(file).replace(/\n.*\n/, '\n')), 'was altered'],
    ['with a line that is none', (file: string) => writeFileSync(file, `hello\n${read(file)}`), 'line 1:'],
    ['with more behind its end', (file: string) => appendFileSync(file, '{}\n'), 'behind the end'],
  ])('of a file %s is refused before anything is written', async (_name, damage, sentence) => {
    const { file } = await exportedFew();
    damage(file);
    await expect(checkedFile(file, tenantId)).rejects.toThrow(sentence);
  });

  it('of another tenant is refused', async () => {
    const { file } = await exportedFew();
    await expect(checkedFile(file, 'somebody-else')).rejects.toThrow(`holds tenant ${tenantId}`);
  });
});

const read = (file: string): string => readFileSync(file, 'utf8');
const withoutLast = (file: string): string => read(file).trimEnd().split('\n').slice(0, -1).join('\n').concat('\n');

describe('a comparison', () => {
  it('names what is missing, different and extra', async () => {
    const store = open(make(), { clock });
    const tenant = store.forTenant(tenantId);
    for (const id of ['a', 'b', 'c']) await written(tenant, create(id, { n: 1 }));
    const file = fileIn('x.jsonl');
    await exportTenant(store.archive(tenantId), file);
    const [a, b] = [await tenant.get('item', 'a'), await tenant.get('item', 'b')];
    await tenant.write([
      { op: 'remove', kind: 'item', id: 'a', version: a?.version ?? '' },
      { op: 'replace', kind: 'item', id: 'b', version: b?.version ?? '', body: { n: 2 } },
      create('d'),
    ]);
    expect(await compareWithFile(store.archive(tenantId), file, now())).toMatchObject({
      missing: ['item a'],
      different: ['item b'],
      extra: ['item d'],
    });
  });
});
