/** What keeps a SQLite store in order: copies, sweeps, the close, and the indices that keep lists fast. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Query } from '../../src/core/documents.ts';
import { lists } from '../../src/stores/lists.ts';
import { makeBackup } from '../../src/stores/sqlite-backup.ts';
import { findStatements } from '../../src/stores/sqlite-query.ts';
import { day, movingClock } from '../helpers/moving-clock.ts';
import { create, fill, idsOf, newTenant, written } from './contract/kit.ts';
import { folders } from './folder.ts';

const { make, open, clear } = folders();
afterEach(clear);

const rows = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}`, { n }]));

describe('a backup', () => {
  it('is the whole store as it was, made while it runs', async () => {
    const folder = make();
    const store = open(folder);
    const tenant = store.forTenant('t');
    await fill(tenant, rows(200));
    const busy = { on: true };
    const writer = async (): Promise<void> => {
      const other = newTenant({ store, clock: movingClock() });
      while (busy.on) {
        await fill(other, Object.fromEntries(Array.from({ length: 100 }, () => [randomUUID(), {}])));
        await new Promise(setImmediate);
      }
    };
    const writing = writer();
    const clock = movingClock();
    try {
      for (let round = 0; round < 20; round++) {
        clock.pass(day);
        const db = new DatabaseSync(await makeBackup(store.file, clock.now()));
        expect(db.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
        expect(db.prepare("SELECT count(*) AS n FROM documents WHERE tenant_id = 't'").get()).toMatchObject({ n: 200 });
        db.close();
      }
    } finally {
      busy.on = false;
      await writing;
    }
  });

  it('is kept fourteen times, and copies of others stay', async () => {
    const folder = make();
    const clock = movingClock();
    const store = open(folder, { clock });
    const made: string[] = [];
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'before-upgrade.db'), 'x');
    for (let n = 0; n < 17; n++) {
      made.push(basename(await store.backupNow()));
      clock.pass(day);
    }
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual(['before-upgrade.db', ...made.slice(-14)]);
  });

  it('leaves nothing half behind when it fails', async () => {
    const folder = make();
    const clock = movingClock();
    const store = open(folder, { clock });
    const first = await store.backupNow();
    clock.pass(day);
    const taken = 'fieldbook-2026-11-24T10-00-00-000Z.db';
    mkdirSync(join(folder, 'backups', taken));
    await expect(store.backupNow()).rejects.toThrow();
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([basename(first), taken]);
  });

  it('is refused for a store in memory', async () => {
    await expect(open(':memory:').backupNow()).rejects.toThrow('a store in memory has no backups');
    expect(existsSync(':memory:')).toBe(false);
  });
});

describe('a sweep', () => {
  it('removes what has expired, of every tenant, and nothing else', async () => {
    const clock = movingClock();
    const store = open(make(), { clock });
    const [a, b] = [store.forTenant('a'), store.forTenant('b')];
    for (const tenant of [a, b])
      await tenant.write([
        { ...create('short'), ttlSeconds: 60 },
        { ...create('long'), ttlSeconds: 120 },
        create('lasting'),
      ]);
    expect(await store.sweep()).toBe(0);
    clock.pass(60_000);
    expect(await store.sweep()).toBe(2);
    expect(await store.sweep()).toBe(0);
    expect(idsOf(await b.find({ kind: 'item' }))).toEqual(['lasting', 'long']);
    clock.pass(60_000);
    expect(await store.sweep()).toBe(2);
  });

  it('goes on until all is gone', async () => {
    const clock = movingClock();
    const store = open(':memory:', { clock });
    for (let batch = 0; batch < 12; batch++)
      await store
        .forTenant('t')
        .write(Array.from({ length: 100 }, (_, n) => ({ ...create(`${batch}-${n}`), ttlSeconds: 1 })));
    clock.pass(1_000);
    expect(await store.sweep()).toBe(1_200);
  });

  it('that cannot write is only logged', async () => {
    const folder = make();
    const logged: string[] = [];
    const note = (event: string) => void logged.push(event);
    const store = open(folder, { log: { info: note, warn: note, error: note }, pause: async () => {} });
    const other = new DatabaseSync(join(folder, 'fieldbook.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(await store.sweep()).toBe(0);
    other.close();
    expect(logged).toContain('store.sweepFailed');
  });
});

describe('a close', () => {
  it('writes the log back, so that the file alone is the whole store', async () => {
    const folder = make();
    const store = open(folder);
    await written(store.forTenant('t'), create('a'));
    expect(readdirSync(folder).toSorted()).toEqual(['fieldbook.db', 'fieldbook.db-shm', 'fieldbook.db-wal']);
    await store.close();
    expect(readdirSync(folder)).toEqual(['fieldbook.db']);
  });

  it('does so too when another instance stays', async () => {
    const folder = make();
    const [store, other] = [open(folder), open(folder)];
    await written(store.forTenant('t'), create('a'));
    await store.close();
    expect(statSync(join(folder, 'fieldbook.db-wal')).size).toBe(0);
    expect(idsOf(await other.forTenant('t').find({ kind: 'item' }))).toEqual(['a']);
  });
});

describe('an index', () => {
  const plan = (folder: string, query: Query): string => {
    const db = new DatabaseSync(join(folder, 'fieldbook.db'));
    const { statements } = findStatements('t', query, 0, lists);
    const steps = statements.flatMap(({ sql, values }) => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values, 51));
    db.close();
    return steps.map(({ detail }) => detail).join('\n');
  };

  it.each(lists.flatMap((list) => (['asc', 'desc'] as const).map((direction) => ({ ...list, direction }))))(
    'serves the list of $kind by $order, $direction, without a sort',
    ({ kind, equals = [], order, direction }) => {
      const folder = make();
      open(folder);
      const where = equals.map((field) => [field, '=', 'x'] as const);
      const query: Query = { kind, where, orderBy: { field: order, direction } };
      expect(plan(folder, query)).toMatch(/^SEARCH documents USING INDEX list [^\n]*$/);
      if (equals.length > 0) expect(plan(folder, { kind, where })).toContain('USING INDEX list');
      const after = Buffer.from('["2026","a"]').toString('base64url');
      expect(plan(folder, { ...query, after })).not.toContain('TEMP B-TREE');
    },
  );
});
