import { describe, expect, test } from '@jest/globals';
import type { SearchDocument } from '../../src/core/search.ts';
import { createSearch } from '../../src/search/search.ts';
import { tenantIndex } from '../../src/search/tenant-index.ts';
import { document, ids } from './search-kit.ts';

const many = (count: number, revision = '1'): SearchDocument[] =>
  Array.from({ length: count }, (_, at) =>
    document(`d${at}`, { revision, title: `Forklift ${at} r${revision}`, body: 'safety walk '.repeat(20) }),
  );

describe('fresh at a new number', () => {
  test('added, changed and removed documents', async () => {
    const search = createSearch();
    const at = (number: number, documents: SearchDocument[]) => search.index('t', number, () => documents);
    const first = await at(1, [document('a', { title: 'Forklift' }), document('b', { title: 'Crane' })]);
    expect(ids(first, 'forklift')).toEqual(['a']);
    const changed = document('a', { revision: '2', title: 'Ladder' });
    const second = await at(2, [changed, document('c', { title: 'Forklift' })]);
    expect(ids(second, 'forklift')).toEqual(['c']);
    expect(ids(second, 'ladder')).toEqual(['a']);
    expect(ids(second, 'crane')).toEqual([]);
  });

  test('the same number asks for no documents, a lower one does', async () => {
    const search = createSearch();
    let asked = 0;
    const documents = () => {
      asked++;
      return many(3);
    };
    await search.index('t', 5, documents);
    await search.index('t', 5, documents);
    expect(asked).toBe(1);
    await search.index('t', 0, () => []);
    expect(ids(await search.index('t', 0, documents), 'forklift')).toEqual([]);
  });

  test('a document with the same revision is not read again', async () => {
    const search = createSearch();
    await search.index('t', 1, () => [document('a', { title: 'Forklift' })]);
    const unchanged: SearchDocument = {
      ...document('a'),
      get title(): string {
        throw new Error('read');
      },
    };
    expect(ids(await search.index('t', 2, () => [unchanged]), 'forklift')).toEqual(['a']);
  });

  test('many changes leave nothing behind', async () => {
    const search = createSearch();
    for (let number = 1; number <= 12; number++) await search.index('t', number, () => many(60, String(number)));
    const index = await search.index('t', 13, () => many(60, '13').slice(0, 20));
    expect(ids(index, 'forklift')).toHaveLength(20);
    expect(ids(index, 'r12')).toEqual([]);
    expect(ids(index, 'r13')).toHaveLength(20);
  });

  test('what was replaced does not pile up in memory', async () => {
    const tenant = tenantIndex();
    for (let number = 1; number <= 20; number++) await tenant.at(number, () => many(60, String(number)));
    expect(tenant.postings.deadCount).toBeLessThanOrEqual(60);
    expect(tenant.postings.slotCount - tenant.postings.deadCount).toBe(60);
  });

  test('searches during many changes meet old or new documents, never an error', async () => {
    const search = createSearch();
    const index = await search.index('t', 1, () => many(300));
    let done = false;
    const changing = (async () => {
      for (let number = 2; number < 8; number++) await search.index('t', number, () => many(300, String(number)));
      done = true;
    })();
    while (!done) {
      expect(ids(index, 'forklift').length).toBeGreaterThan(0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await changing;
  });
});

describe('building', () => {
  test('those who ask for the same number share one build', async () => {
    const search = createSearch();
    let asked = 0;
    const documents = () => {
      asked++;
      return many(200);
    };
    const indexes = await Promise.all([1, 1, 1].map((number) => search.index('t', number, documents)));
    expect(asked).toBe(1);
    for (const index of indexes)
      expect(index.search({ text: 'forklift', weigh: () => 1, skip: 0, take: 1 }).total).toBe(200);
  });

  test('other work gets its turn while 3,000 documents are built', async () => {
    let turns = 0;
    let done = false;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await createSearch().index('t', 1, () => many(3000));
    done = true;
    expect(turns).toBeGreaterThan(30);
  });

  test('a failed build is tried again', async () => {
    const search = createSearch();
    const broken = function* (): Generator<SearchDocument> {
      yield document('a', { title: 'Forklift' });
      throw new Error('store gone');
    };
    await expect(search.index('t', 1, broken)).rejects.toThrow('store gone');
    expect(ids(await search.index('t', 1, () => many(2)), 'forklift')).toEqual(['d0', 'd1']);
  });

  test('a build that fails for many at once is tried once', async () => {
    const search = createSearch();
    let asked = 0;
    const broken = (): SearchDocument[] => {
      asked++;
      throw new Error('store gone');
    };
    const results = await Promise.allSettled([1, 1, 1].map((number) => search.index('t', number, broken)));
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toBe(1);
  });

  test('two numbers asked at once: both answer, and the later one stands', async () => {
    const search = createSearch();
    const one = search.index('t', 1, () => many(100));
    const two = search.index('t', 2, () => [document('x', { title: 'Crane' })]);
    await Promise.all([one, two]);
    expect(ids(await two, 'crane')).toEqual(['x']);
    expect(ids(await two, 'forklift')).toEqual([]);
  });
});

describe('tenants', () => {
  test('each finds its own only', async () => {
    const search = createSearch();
    const ours = await search.index('ours', 1, () => [document('a', { title: 'Forklift' })]);
    const theirs = await search.index('theirs', 1, () => [document('b', { title: 'Forklift' })]);
    expect(ids(ours, 'forklift')).toEqual(['a']);
    expect(ids(theirs, 'forklift')).toEqual(['b']);
  });

  test('the least recently asked index makes room', async () => {
    const search = createSearch({ maxDocuments: 250 });
    const asked: string[] = [];
    const ask = (tenant: string, count = 100) =>
      search.index(tenant, 1, () => {
        asked.push(tenant);
        return many(count);
      });
    const first = await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    expect(asked).toEqual(['a', 'b', 'c']);
    await ask('b');
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
    expect(ids(first, 'forklift')).toHaveLength(100);
    await ask('d', 900);
    await ask('d', 900);
    expect(asked).toEqual(['a', 'b', 'c', 'b', 'd']);
  });
});
