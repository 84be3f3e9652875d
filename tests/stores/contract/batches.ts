/** Contract: a batch happens as a whole or not at all, and names the lowest operation that failed. */
import { describe, expect, it } from '@jest/globals';
import type { TenantStore, WriteOperation } from '../../../src/core/documents.ts';
import { create, fault, fill, idsOf, newTenant, type Part, remove, replace, written } from './kit.ts';

const creates = (count: number): WriteOperation[] => Array.from({ length: count }, (_, n) => create(`n${n}`, { n }));
const put = (operations: readonly WriteOperation[], at: number, operation: WriteOperation): WriteOperation[] =>
  operations.with(at, operation);

async function everything(store: TenantStore): Promise<string[]> {
  return idsOf(await store.find({ kind: 'item', limit: 100 }));
}

export const batches: Part = (kit) => {
  describe('a batch', () => {
    it('of one hundred answers in the order of its operations', async () => {
      const store = newTenant(kit());
      const result = await store.write(creates(100).toReversed());
      expect(result.kind === 'ok' && result.documents.map(({ body }) => body)).toEqual(
        Array.from({ length: 100 }, (_, n) => ({ n: 99 - n })),
      );
      expect(await everything(store)).toHaveLength(100);
    });

    it('creates, replaces and removes together', async () => {
      const store = newTenant(kit());
      const [a, b] = [await written(store, create('a')), await written(store, create('b'))];
      const result = await store.write([remove(a), create('c'), replace(b, { n: 2 })]);
      expect(result.kind === 'ok' && result.documents.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
      expect(await everything(store)).toEqual(['b', 'c']);
      expect(await store.get('item', 'b')).toMatchObject({ body: { n: 2 } });
    });

    it.each([0, 1, 56, 99])('leaves nothing behind when row %i clashes', async (row) => {
      const store = newTenant(kit());
      await written(store, create(`n${row}`, { first: true }));
      expect(await store.write(creates(100))).toEqual({ kind: 'conflict', index: row });
      expect(await everything(store)).toEqual([`n${row}`]);
      expect(await store.get('item', `n${row}`)).toMatchObject({ body: { first: true } });
    });

    it.each([0, 56, 99])('leaves nothing behind when row %i is stale', async (row) => {
      const store = newTenant(kit());
      const old = await written(store, create('old', { n: 1 }));
      const current = await written(store, replace(old, { n: 2 }));
      const rows = creates(100);
      expect(await store.write(put(rows, row, replace(old)))).toEqual({ kind: 'stale', index: row });
      expect(await store.write(put(rows, row, remove(old)))).toEqual({ kind: 'stale', index: row });
      expect(await everything(store)).toEqual(['old']);
      expect(await store.get('item', 'old')).toEqual(current);
    });

    it.each([0, 56, 99])('leaves nothing behind when the document of row %i is not there', async (row) => {
      const store = newTenant(kit());
      const gone = { tenantId: store.tenantId, kind: 'item', id: 'gone', schemaVersion: 1, version: 'x', body: {} };
      expect(await store.write(put(creates(100), row, replace(gone)))).toEqual({ kind: 'notFound', index: row });
      expect(await store.write(put(creates(100), row, remove(gone)))).toEqual({ kind: 'notFound', index: row });
      expect(await everything(store)).toEqual([]);
    });

    it('puts back what it had removed and replaced', async () => {
      const store = newTenant(kit());
      const [a, b] = [await written(store, create('a', { n: 1 })), await written(store, create('b', { n: 1 }))];
      expect(
        await store.write([remove(a), replace(b, { n: 2 }), create('c'), create('b2'), remove({ ...a, id: 'z' })]),
      ).toEqual({ kind: 'notFound', index: 4 });
      expect([await store.get('item', 'a'), await store.get('item', 'b')]).toEqual([a, b]);
      expect(await everything(store)).toEqual(['a', 'b']);
    });

    it('names the lowest of several failures, whatever their kinds', async () => {
      const store = newTenant(kit());
      const old = await written(store, create('old'));
      await written(store, replace(old));
      const failures = [
        { kind: 'stale', operation: replace(old) },
        { kind: 'notFound', operation: remove({ ...old, id: 'gone' }) },
        { kind: 'conflict', operation: create('there') },
      ];
      await written(store, create('there'));
      for (let turn = 0; turn < failures.length; turn++) {
        const order = [...failures.slice(turn), ...failures.slice(0, turn)];
        const batch = [create('new1'), create('new2'), ...order.map(({ operation }) => operation), create('new3')];
        expect(await store.write(batch)).toEqual({ kind: order[0]?.kind, index: 2 });
      }
      expect(await everything(store)).toEqual(['old', 'there']);
    });

    it('lets one of several racing batches through, whole', async () => {
      const store = newTenant(kit());
      const marker = await written(store, create('marker'));
      const batch = (n: number) => [create(`${n}a`), create(`${n}b`), replace(marker, { n }), create(`${n}c`)];
      const results = await Promise.all(Array.from({ length: 10 }, (_, n) => store.write(batch(n))));
      const winner = results.findIndex(({ kind }) => kind === 'ok');
      expect(results.filter((_, n) => n !== winner)).toEqual(Array(9).fill({ kind: 'stale', index: 2 }));
      expect(await everything(store)).toEqual([`${winner}a`, `${winner}b`, `${winner}c`, 'marker']);
    });

    it('refuses to name one document twice', async () => {
      const store = newTenant(kit());
      const made = await written(store, create('a', { n: 1 }));
      for (const twice of [
        [create('b'), create('b')],
        [replace(made), replace(made)],
        [remove(made), create('a')],
        [create('b'), replace({ ...made, id: 'b' })],
      ])
        await expect(store.write(twice)).rejects.toMatchObject(fault('badRequest'));
      expect(await everything(store)).toEqual(['a']);
      expect((await store.write([create('b'), create('b', {}, 'other')])).kind).toBe('ok');
    });
  });

  describe('a partition', () => {
    const use = (id: string, week: string) => create(id, { week }, 'use');

    it('is one week for events', async () => {
      const store = newTenant(kit());
      expect((await store.write([use('a', '2026-W48'), use('b', '2026-W48')])).kind).toBe('ok');
      await expect(store.write([use('c', '2026-W48'), use('d', '2026-W49')])).rejects.toMatchObject(
        fault('crossPartition'),
      );
      await expect(store.write([use('c', '2026-W48'), create('x')])).rejects.toMatchObject(fault('crossPartition'));
      expect(await store.get('use', 'c')).toBeUndefined();
      expect(await store.get('item', 'x')).toBeUndefined();
    });

    it('is not left by what is replaced or removed', async () => {
      const store = newTenant(kit());
      const old = await written(store, use('a', '2026-W48'));
      const other = await written(store, use('b', '2026-W49'));
      for (const leaving of [
        [replace(old, { week: '2026-W49' })],
        [remove(old), remove(other)],
        [create('x'), remove(old)],
        [use('c', '2026-W49'), remove(old)],
      ])
        await expect(store.write(leaving)).rejects.toMatchObject(fault('crossPartition'));
      expect([await store.get('use', 'a'), await store.get('use', 'b')]).toEqual([old, other]);
      expect((await store.write([remove(old), use('c', '2026-W48')])).kind).toBe('ok');
    });

    it('is found by get and find in every week', async () => {
      const store = newTenant(kit());
      await store.write([use('a', '2026-W48')]);
      await store.write([use('b', '2027-W01')]);
      expect(idsOf(await store.find({ kind: 'use' }))).toEqual(['a', 'b']);
      expect(idsOf(await store.find({ kind: 'use', where: [['week', '=', '2027-W01']] }))).toEqual(['b']);
      await fill(store, { x: {} });
      expect(idsOf(await store.find({ kind: 'use' }))).toEqual(['a', 'b']);
    });

    it('is needed by every event', async () => {
      const store = newTenant(kit());
      for (const body of [{}, { week: 48 }, { week: '2026-11-23' }])
        await expect(store.write([create('a', body, 'use')])).rejects.toMatchObject(fault('badRequest'));
    });
  });
};
