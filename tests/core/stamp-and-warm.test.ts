/** The stamp counts changes in the same write as the change; warm copies live as long as it stands. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { readStamp, writeStamped } from '../../src/core/stamp.ts';
import { warm } from '../../src/core/warm.ts';
import { type MemoryStore, memoryStore } from '../helpers/builders.ts';

let memory: MemoryStore;
let store: TenantStore;
beforeEach(() => {
  memory = memoryStore();
  store = memory.store;
});
afterEach(() => memory.close());

const create = (id: string): WriteOperation => ({ op: 'create', kind: 'thing', id, body: { id } });
const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`);

describe('the stamp', () => {
  it('stands at zero where nothing was written, and reading writes nothing', async () => {
    expect(await readStamp(store)).toEqual({ content: 0, tools: 0, people: 0 });
    expect(await store.get('stamp', 'stamp')).toBeUndefined();
  });

  it('raises only the parts that are named, once for each write', async () => {
    await writeStamped(store, ['content'], [create('one'), create('two')]);
    await writeStamped(store, ['content', 'people'], [create('three')]);
    expect(await readStamp(store)).toEqual({ content: 2, tools: 0, people: 1 });
  });

  it('gives the documents that were written, and not itself', async () => {
    const result = await writeStamped(store, ['tools'], [create('one'), create('two')]);
    expect(result.kind === 'ok' && result.documents.map((d) => d.id)).toEqual(['one', 'two']);
  });

  it('stays when the write does not happen', async () => {
    await writeStamped(store, ['content'], [create('one')]);
    expect(await writeStamped(store, ['content'], [create('two'), create('one')])).toEqual({
      kind: 'conflict',
      index: 1,
    });
    expect((await readStamp(store)).content).toBe(1);
    expect(await store.get('thing', 'two')).toBeUndefined();
  });

  it('loses no count and no document when forty write at once', async () => {
    const results = await Promise.all(ids(40).map((id) => writeStamped(store, ['content'], [create(id)])));
    expect(results.filter((r) => r.kind !== 'ok')).toEqual([]);
    expect((await readStamp(store)).content).toBe(40);
  });

  it('gives up after its tries, with nothing written', async () => {
    const racing: TenantStore = {
      ...store,
      write: async (operations) => ({ kind: 'stale', index: operations.length - 1 }),
    };
    expect(await writeStamped(racing, ['content'], [create('one')], 3)).toEqual({ kind: 'stale', index: 1 });
    expect(await readStamp(store)).toEqual({ content: 0, tools: 0, people: 0 });
  });
});

describe('warm copies', () => {
  const tenant = (tenantId: string): TenantStore => ({ ...store, tenantId });

  /** Copies that say how often they were loaded. */
  function counting(maxTenants?: number) {
    const loads: string[] = [];
    const copies = warm(async ({ tenantId }) => loads.push(tenantId) && `${tenantId} ${loads.length}`, maxTenants);
    return { copies, loads };
  }

  it('are loaded once for a number, also when many ask at the same time', async () => {
    const { copies, loads } = counting();
    const all = await Promise.all(ids(10).map(() => copies.at(tenant('a'), 1)));
    expect(new Set(all)).toEqual(new Set(['a 1']));
    expect(await copies.at(tenant('a'), 1)).toBe('a 1');
    expect(loads).toEqual(['a']);
  });

  it('are loaded again for another number, and for another tenant', async () => {
    const { copies, loads } = counting();
    await copies.at(tenant('a'), 1);
    expect(await copies.at(tenant('a'), 2)).toBe('a 2');
    expect(await copies.at(tenant('b'), 2)).toBe('b 3');
    expect(await copies.at(tenant('a'), 2)).toBe('a 2');
    expect(loads).toEqual(['a', 'a', 'b']);
  });

  it('are not kept when loading failed: the next one tries again', async () => {
    let tries = 0;
    const copies = warm(async () => {
      if (++tries === 1) throw new Error('the store is down');
      return tries;
    });
    await expect(copies.at(store, 1)).rejects.toThrow('the store is down');
    expect(await copies.at(store, 1)).toBe(2);
  });

  it('of a failed load do not throw away a newer one', async () => {
    let fail: (error: Error) => void = () => undefined;
    const broken = new Promise<string>((_, reject) => {
      fail = reject;
    });
    let loads = 0;
    const copies = warm(async () => (++loads === 1 ? broken : `load ${loads}`));
    const first = copies.at(store, 1);
    expect(await copies.at(store, 2)).toBe('load 2');
    fail(new Error('too slow'));
    await expect(first).rejects.toThrow('too slow');
    expect(await copies.at(store, 2)).toBe('load 2');
  });

  it('are kept for so many tenants and no more; the oldest goes', async () => {
    const { copies, loads } = counting(2);
    for (const id of ['a', 'b', 'c', 'b', 'c', 'a']) await copies.at(tenant(id), 1);
    expect(loads).toEqual(['a', 'b', 'c', 'a']);
  });
});
