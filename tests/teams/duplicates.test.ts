import { describe, expect, it } from '@jest/globals';
import type { StoredDocument, TenantStore, WriteOperation, WriteResult } from '../../src/core/documents.ts';
import { digest } from '../../src/core/ids.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { Duplicate, duplicateKey, onceStore } from '../../src/teams/duplicates.ts';
import { movingClock } from '../helpers/moving-clock.ts';

const clock = movingClock();
const activity = { id: '1700', type: 'message', conversation: { id: 'a:one' } };
const key = 'act:1';
const row = { at: clock.now().toISOString(), code: 'ok' };
const create = (id: string): WriteOperation => ({ op: 'create', kind: 'flag', id, body: { id } });

/** Just enough of a store: conditions are checked in the order of the operations, all or nothing. */
function memoryStore() {
  const documents = new Map<string, StoredDocument>();
  const batches: (readonly WriteOperation[])[] = [];
  let count = 0;
  const failureOf = (operation: WriteOperation, index: number): WriteResult | undefined => {
    const current = documents.get(`${operation.kind}/${operation.id}`);
    if (operation.op === 'create') return current ? { kind: 'conflict', index } : undefined;
    if (!current) return { kind: 'notFound', index };
    return current.version === operation.version ? undefined : { kind: 'stale', index };
  };
  const apply = (operation: WriteOperation): StoredDocument => {
    const { kind, id } = operation;
    const body = operation.op === 'remove' ? {} : operation.body;
    const document = { tenantId: 't', kind, id, schemaVersion: 1, version: String(++count), body };
    if (operation.op === 'remove') documents.delete(`${kind}/${id}`);
    else documents.set(`${kind}/${id}`, document);
    return document;
  };
  const store: TenantStore = {
    tenantId: 't',
    get: async (kind, id) => documents.get(`${kind}/${id}`),
    find: async () => ({ items: [] }),
    async write(operations) {
      await new Promise(setImmediate);
      const failed = operations.map(failureOf).find((failure) => failure !== undefined);
      if (failed) return failed;
      batches.push(operations);
      return { kind: 'ok', documents: operations.map(apply) };
    },
  };
  return { store, batches, ids: () => [...documents.keys()] };
}

describe('the key', () => {
  it('is the beginning of the id and a hash of tenant, conversation, id, type and name', () => {
    expect(duplicateKey('t', activity)).toBe(`act:1700:${digest('t', 'a:one', '1700', 'message', '', '')}`);
    const others = [
      duplicateKey('u', activity),
      duplicateKey('t', { ...activity, conversation: { id: 'a:two' } }),
      duplicateKey('t', { ...activity, id: '1701' }),
      duplicateKey('t', { ...activity, type: 'invoke' }),
      duplicateKey('t', { ...activity, type: 'invoke', name: 'task/fetch' }),
    ];
    expect(new Set([duplicateKey('t', activity), ...others]).size).toBe(6);
  });

  it('knows an edit by its time, and no other activity', () => {
    const at = (type: string, timestamp: string) => duplicateKey('t', { ...activity, type, timestamp });
    expect(at('message', '10:00')).toBe(at('message', '10:15'));
    for (const type of ['messageUpdate', 'messageDelete']) expect(at(type, '10:00')).not.toBe(at(type, '10:15'));
  });

  it('is missing without an activity id', () => {
    const { id: _, ...bare } = activity;
    expect(duplicateKey('t', bare)).toBeUndefined();
    expect(duplicateKey('t', { ...bare, id: '' })).toBeUndefined();
  });
});

describe('the store of one turn', () => {
  it('of a note is a note as well', async () => {
    const { store } = memoryStore();
    const options: unknown[] = [];
    const noting: TenantStore = {
      ...store,
      write: (operations, given) => {
        options.push(given);
        return store.write(operations);
      },
    };
    const once = onceStore(noting, key, clock);
    await once.write([create('n1')], { isNote: true });
    await once.write([create('n2')], { isNote: true });
    await once.write([create('f1')]);
    expect(options).toEqual([{ isNote: true }, { isNote: true }, undefined]);
  });

  it('brings the row with its first write and never again', async () => {
    const { store, batches } = memoryStore();
    const once = onceStore(store, key, clock);
    const first = await once.write([create('f1'), create('f2')]);
    await once.write([create('f3')]);
    await once.claim();
    expect(first).toMatchObject({ kind: 'ok', documents: [{ id: 'f1' }, { id: 'f2' }] });
    expect(batches).toEqual([
      [{ op: 'create', kind: 'inbound', id: key, body: row, ttlSeconds: 86_400 }, create('f1'), create('f2')],
      [create('f3')],
    ]);
  });

  it('refuses a second delivery as one, also where its effect clashes with itself', async () => {
    const { store, batches } = memoryStore();
    await onceStore(store, key, clock).write([create('f1')]);
    const second = onceStore(store, key, clock).write([create('f1')]);
    await expect(second).rejects.toThrow(Duplicate);
    await expect(second).rejects.toMatchObject({ row });
    expect(batches).toHaveLength(1);
  });

  it('has one effect of 20 deliveries at once', async () => {
    const { store, ids } = memoryStore();
    const turns = Array.from({ length: 20 }, (_, n) => onceStore(store, key, clock).write([create(`f${n}`)]));
    const settled = await Promise.allSettled(turns);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ids()).toHaveLength(2);
  });

  it('reports the index of the caller, writes nothing, and marks with the next try', async () => {
    const { store, ids } = memoryStore();
    await store.write([create('taken')]);
    const once = onceStore(store, key, clock);
    const stale: WriteOperation = { op: 'remove', kind: 'flag', id: 'taken', version: 'old' };
    expect(await once.write([create('f1'), create('taken')])).toEqual({ kind: 'conflict', index: 1 });
    expect(await once.write([stale])).toEqual({ kind: 'stale', index: 0 });
    expect(await once.write([{ ...stale, id: 'gone' }])).toEqual({ kind: 'notFound', index: 0 });
    expect(ids()).toEqual(['flag/taken']);
    await once.write([create('f1')]);
    expect(ids()).toEqual(['flag/taken', `inbound/${key}`, 'flag/f1']);
  });

  it('is not its own duplicate when a turn writes twice at once', async () => {
    const { store, ids } = memoryStore();
    const once = onceStore(store, key, clock);
    await Promise.all([once.write([create('f1')]), once.write([create('f2')]), once.claim()]);
    expect(ids()).toEqual([`inbound/${key}`, 'flag/f1', 'flag/f2']);
  });

  it('claims alone for a turn that only replies, with its result', async () => {
    const { store, batches } = memoryStore();
    await onceStore(store, key, clock).claim('ok_help');
    expect(batches).toMatchObject([[{ id: key, body: { code: 'ok_help' } }]]);
    await expect(onceStore(store, key, clock).claim()).rejects.toMatchObject({ row: { code: 'ok_help' } });
    await expect(onceStore(store, key, clock).write([create('f1')])).rejects.toThrow(Duplicate);
  });

  it('goes on after a write that threw', async () => {
    const { store, ids } = memoryStore();
    let broken = true;
    const write: TenantStore['write'] = (operations) =>
      broken ? Promise.reject(new Error('store: down')) : store.write(operations);
    const once = onceStore({ ...store, write }, key, clock);
    await expect(once.write([create('f1')])).rejects.toThrow('store: down');
    broken = false;
    await once.write([create('f1')]);
    expect(ids()).toEqual([`inbound/${key}`, 'flag/f1']);
  });

  it('carries a stamped write, race on the stamp included', async () => {
    const { store, ids } = memoryStore();
    const turns = ['1', '2', '3'].map((n) =>
      writeStamped(onceStore(store, `act:${n}`, clock), ['content'], [create(`f${n}`)]),
    );
    expect((await Promise.all(turns)).map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(ids()).toHaveLength(7);
    expect((await store.get('stamp', 'stamp'))?.body).toMatchObject({ content: 3 });
  });

  it('reads through', async () => {
    const { store } = memoryStore();
    await store.write([create('f1')]);
    const once = onceStore(store, key, clock);
    expect(once.tenantId).toBe('t');
    expect(await once.get('flag', 'f1')).toMatchObject({ id: 'f1' });
    expect(await once.find({ kind: 'flag' })).toEqual({ items: [] });
  });
});
