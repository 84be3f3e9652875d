/** Faults under a running SQLite store: a full disk (F32), a lock (F35), damage, two instances on one file. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { TenantStore } from '../../src/core/documents.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { create, fault, fill, idsOf, remove, replace, written } from './contract/kit.ts';
import { folders } from './folder.ts';
import { oneAnswer, seatsTaken } from './races.ts';
import { survivedFaults } from './survived.ts';

const { make, open, clear } = folders();
afterEach(clear);
const survived = survivedFaults('SQLite under load');

const fileIn = (folder: string): string => join(folder, 'fieldbook.db');
const text = 'x'.repeat(20_000);

function quickCheck(folder: string): unknown {
  const db = new DatabaseSync(fileIn(folder));
  const result = db.prepare('PRAGMA quick_check').all();
  db.close();
  return result;
}

describe('a full disk', () => {
  /** Fills a small store until it refuses; the ids it acknowledged. */
  async function fillUp(store: TenantStore): Promise<string[]> {
    const kept: string[] = [];
    for (;;) {
      const id = `n${String(kept.length).padStart(3, '0')}`;
      try {
        await written(store, create(id, { text }));
      } catch (error) {
        expect(error).toMatchObject(fault('storageFull'));
        return kept;
      }
      kept.push(id);
    }
  }

  it('refuses writes and serves reads, and nothing is half written', async () => {
    const folder = make();
    const store = open(folder, { maxPages: 90 });
    const tenant = store.forTenant('t');
    const kept = await fillUp(tenant);
    expect(kept.length).toBeGreaterThan(3);
    expect(idsOf(await tenant.find({ kind: 'item', orderBy: { field: 'text', direction: 'asc' } }))).toEqual(kept);
    expect((await tenant.get('item', 'n000'))?.body).toEqual({ text });
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
    expect(quickCheck(folder)).toEqual([{ quick_check: 'ok' }]);
    expect(idsOf(await open(folder).forTenant('t').find({ kind: 'item' }))).toEqual(kept);
  });

  it('lets no part of a batch through', async () => {
    const tenant = open(make(), { maxPages: 90 }).forTenant('t');
    const batch = Array.from({ length: 20 }, (_, n) => create(`n${n}`, { text }));
    await expect(tenant.write(batch)).rejects.toMatchObject(fault('storageFull'));
    expect(await tenant.find({ kind: 'item' })).toEqual({ items: [] });
  });

  it('is tried again every 30 seconds, and recovers when there is room', async () => {
    const clock = movingClock();
    const logged: string[] = [];
    const note = (event: string) => void logged.push(event);
    const log = { info: note, warn: note, error: note };
    const tenant = open(make(), { maxPages: 90, clock, log }).forTenant('t');
    await fillUp(tenant);
    const [first] = (await tenant.find({ kind: 'item', limit: 1 })).items;
    if (!first) throw new Error('nothing was kept');
    expect(logged).toEqual(['store.failed']);
    // Within the time even a write that would fit is refused without asking the disk.
    clock.pass(29_999);
    await expect(tenant.write([remove(first)])).rejects.toMatchObject(fault('storageFull'));
    expect(logged).toEqual(['store.failed']);
    clock.pass(1);
    await expect(tenant.write([create('big', { text: text.repeat(9) })])).rejects.toMatchObject(fault('storageFull'));
    expect(logged).toEqual(['store.failed', 'store.failed']);
    clock.pass(30_000);
    expect((await tenant.write([remove(first)])).kind).toBe('ok');
    expect((await tenant.write([create('again', { text })])).kind).toBe('ok');
  });

  it('does not last longer when the clock is set back', async () => {
    const clock = movingClock();
    const tenant = open(make(), { maxPages: 90, clock }).forTenant('t');
    await fillUp(tenant);
    const [first] = (await tenant.find({ kind: 'item', limit: 1 })).items;
    clock.pass(-3_600_000);
    expect(first && (await tenant.write([remove(first)])).kind).toBe('ok');
  });

  it('met as a limit on the size of files (778) is the same', async () => {
    const folder = make();
    const script = join(import.meta.dirname, 'full-disk.ts');
    // In blocks of 512 bytes: 1 MB. The shell sets the limit for the child alone.
    const out = execFileSync('sh', ['-c', 'ulimit -f 2048; exec "$0" "$@"', process.execPath, script, folder]);
    const { kept, refused, read } = JSON.parse(out.toString());
    expect(refused).toBe('storageFull');
    expect(read).toBe(kept);
    expect(kept).toBeGreaterThan(3);
    expect(quickCheck(folder)).toEqual([{ quick_check: 'ok' }]);
    expect((await open(folder).forTenant('t').find({ kind: 'item', limit: 100 })).items).toHaveLength(kept);
    survived('F32');
  });
});

describe('a lock of another process', () => {
  function held(folder: string) {
    const other = new DatabaseSync(fileIn(folder));
    other.exec('BEGIN IMMEDIATE');
    return {
      letGo: () => other.exec('ROLLBACK'),
      end: () => other.close(),
    };
  }

  it('is waited for up to two seconds, then the write is refused as busy', async () => {
    const folder = make();
    const pauses: number[] = [];
    const tenant = open(folder, { pause: async (ms) => void pauses.push(ms) }).forTenant('t');
    await written(tenant, create('a'));
    const lock = held(folder);
    await expect(tenant.write([create('b')])).rejects.toMatchObject(fault('busy'));
    const waited = pauses.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(1_500);
    expect(waited).toBeLessThan(2_000);
    expect(Math.max(...pauses)).toBeLessThan(200);
    expect(new Set(pauses).size).toBeGreaterThan(10);
    lock.letGo();
    lock.end();
    expect((await tenant.write([create('b')])).kind).toBe('ok');
  });

  it('that ends in time is not noticed', async () => {
    const folder = make();
    const at: { lock?: ReturnType<typeof held> } = {};
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 5) at.lock?.letGo();
    };
    const tenant = open(folder, { pause }).forTenant('t');
    at.lock = held(folder);
    expect((await tenant.write([create('a')])).kind).toBe('ok');
    expect(pauses).toBe(5);
    at.lock.end();
  });

  it('does not stop reads, nor the event loop, while writes wait', async () => {
    const folder = make();
    const waiting: (() => void)[] = [];
    const tenant = open(folder, { pause: () => new Promise<void>((go) => void waiting.push(go)) }).forTenant('t');
    await written(tenant, create('a'));
    const lock = held(folder);
    const writes = Array.from({ length: 20 }, (_, n) => tenant.write([create(`n${n}`)]));
    await new Promise(setImmediate);
    expect(waiting).toHaveLength(20);
    expect(idsOf(await tenant.find({ kind: 'item' }))).toEqual(['a']);
    lock.letGo();
    lock.end();
    for (const go of waiting.splice(0)) go();
    expect((await Promise.all(writes)).every(({ kind }) => kind === 'ok')).toBe(true);
    survived('F35');
  });

  it('is no longer waited for when the time of the turn is over', async () => {
    const folder = make();
    const turn = new AbortController();
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 3) turn.abort();
    };
    const tenant = open(folder, { pause }).forTenant('t', { signal: turn.signal });
    const lock = held(folder);
    await expect(tenant.write([create('a')])).rejects.toMatchObject(fault('busy'));
    expect(pauses).toBe(3);
    lock.end();
  });
});

describe('many at once', () => {
  it.each([2, 10, 50])('%i answers to one flag: one is first', async (writers) => {
    await oneAnswer(open(make()).forTenant('t'), writers);
    survived('F8');
  });

  it('all pressing at once for 20 seats', async () => {
    await seatsTaken(open(make()).forTenant('t'));
    survived('F9');
  });

  it('row 57 of 100 fails: none is written, the row is named', async () => {
    const tenant = open(make()).forTenant('t');
    await written(tenant, create('n57'));
    const rows = Array.from({ length: 100 }, (_, n) => create(`n${n}`));
    expect(await tenant.write(rows)).toEqual({ kind: 'conflict', index: 57 });
    expect(idsOf(await tenant.find({ kind: 'item', limit: 100 }))).toEqual(['n57']);
    survived('F10');
  });

  it('a document over 2 MB is refused before the file is asked', async () => {
    const tenant = open(make()).forTenant('t');
    await expect(tenant.write([create('a', { text: 'x'.repeat(2_000_001) })])).rejects.toMatchObject(fault('tooLarge'));
    survived('F7');
  });
});

describe('two instances on one file', () => {
  it('see each other’s writes, and one of them wins a race', async () => {
    const folder = make();
    const [a, b] = [open(folder).forTenant('t'), open(folder).forTenant('t')];
    const made = await written(a, create('x', { n: 0 }));
    expect(await b.get('item', 'x')).toEqual(made);
    const results = await Promise.all([a, b].map((store, n) => store.write([replace(made, { n })])));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['ok', 'stale']);
    expect(await a.get('item', 'x')).toEqual(await b.get('item', 'x'));
  });

  it('lose nothing when both write as fast as they can', async () => {
    const folder = make();
    const instances = [open(folder).forTenant('t'), open(folder).forTenant('t')];
    await Promise.all(
      instances.map(async (store, i) => {
        for (let n = 0; n < 50; n++) await written(store, create(`${i}-${n}`));
      }),
    );
    expect((await instances[0]?.find({ kind: 'item', limit: 100 }))?.items).toHaveLength(100);
    survived('F12');
  });
});

describe('damage under a running store', () => {
  it('is told as an outage, and the store is no longer ready', async () => {
    const folder = make();
    const store = open(folder);
    const tenant = store.forTenant('t');
    await fill(
      tenant,
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`n${n}`, { text: 'x'.repeat(1_000) }])),
    );
    await store.close();
    const again = open(folder);
    const fd = openSync(fileIn(folder), 'r+');
    const noise = Buffer.alloc(4_096, 0x5a);
    for (let page = 3; page < 60; page++) writeSync(fd, noise, 0, noise.length, page * 4_096);
    closeSync(fd);
    const read = again.forTenant('t').find({ kind: 'item', limit: 100, where: [['text', '=', 'y']] });
    await expect(read).rejects.toMatchObject(fault('storeDown'));
    await expect(again.check()).rejects.toMatchObject(fault('storeDown'));
  });

  it('is noticed when the file is taken away', async () => {
    const folder = make();
    const store = open(folder);
    rmSync(fileIn(folder));
    await expect(store.check()).rejects.toThrow('is gone');
  });

  it('is no crash after the store was closed', async () => {
    const store = open(make());
    const tenant = store.forTenant('t');
    await written(tenant, create('a'));
    await store.close();
    await store.close();
    await expect(tenant.get('item', 'a')).rejects.toMatchObject(fault('storeDown'));
    await expect(tenant.find({ kind: 'item' })).rejects.toMatchObject(fault('storeDown'));
    await expect(tenant.write([create('b')])).rejects.toMatchObject(fault('storeDown'));
    await expect(store.check()).rejects.toThrow();
    expect(await store.sweep()).toBe(0);
  });
});
