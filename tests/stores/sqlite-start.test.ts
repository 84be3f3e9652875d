/** A start that would lose or hide data is refused with a code, the file and a way out (F36, bad input 78). */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openFile } from '../../src/stores/sqlite-open.ts';
import { create, idsOf } from './contract/kit.ts';
import { folders } from './folder.ts';
import { fileIn, kit, meddle, overwrite } from './start-kit.ts';
import { survivedFaults } from './survived.ts';

const { make, open, clear } = folders();
afterEach(clear);

const { used, refusal } = kit({ make, open });

const survived = survivedFaults('SQLite at start');

describe('a store of another version', () => {
  it('that is newer is left alone', async () => {
    const folder = await used();
    meddle(folder, 'PRAGMA user_version = 99');
    const before = readFileSync(fileIn(folder));
    const { code, message } = refusal(folder);
    expect(code).toBe('db_newer');
    expect(message).toContain(`${fileIn(folder)} was written by a newer Fieldbook (format 99`);
    expect(readFileSync(fileIn(folder)).equals(before)).toBe(true);
  });

  it.each([
    ['without its marker', 'DELETE FROM marker'],
    ['without the table of the marker', 'DROP TABLE marker'],
    ['without its documents', 'DROP TABLE documents'],
    ['with tables but no number', 'PRAGMA user_version = 0'],
  ])('that was left half-way, %s', async (_name, sql) => {
    const folder = await used();
    meddle(folder, sql);
    const { code, message } = refusal(folder);
    expect(code).toBe('db_migration');
    expect(message).toContain(fileIn(folder));
  });
});

describe('a store that cannot be written', () => {
  it('because another process holds it is locked, and opens when that one lets go', async () => {
    const folder = await used();
    const other = new DatabaseSync(fileIn(folder));
    other.exec('BEGIN IMMEDIATE');
    const { code, message } = refusal(folder);
    expect(code).toBe('db_locked');
    expect(message).toContain(`${fileIn(folder)} is held by another process`);
    other.exec('ROLLBACK');
    other.close();
    expect(idsOf(await open(folder).forTenant('t').find({ kind: 'item', limit: 1 }))).toEqual(['n0']);
  });

  it('because the folder cannot be made names the folder', () => {
    const folder = make();
    writeFileSync(join(folder, 'file'), '');
    const { code, message } = refusal(join(folder, 'file', 'data'));
    expect(code).toBe('db_path');
    expect(message).toContain(join(folder, 'file', 'data'));
  });

  it('because a folder stands in its place names the path', () => {
    const folder = make();
    mkdirSync(fileIn(folder));
    const { code, message } = refusal(folder);
    expect(code).toBe('db_path');
    expect(message).toContain(fileIn(folder));
  });

  it('because its file says read-only names the path', async () => {
    const folder = await used();
    // A write version of 3 in the header: "may be read, must not be written".
    overwrite(folder, 18, Buffer.from([3]));
    const { code, message } = refusal(folder);
    expect(code).toBe('db_path');
    expect(message).toContain(`${fileIn(folder)} cannot be opened for writing`);
  });

  it('because of its rights names the path', async () => {
    const folder = await used();
    for (const [path, mode] of [
      [fileIn(folder), 0o444],
      [folder, 0o555],
    ] as const) {
      chmodSync(path, mode);
      const { code, message } = withoutPowers(() => refusal(folder));
      expect(code).toBe('db_path');
      expect(message).toContain(fileIn(folder));
    }
    chmodSync(folder, 0o755);
  });

  it('because there is no folder for it names the path', () => {
    const missing = join(make(), 'missing', 'fieldbook.db');
    expect(() => openFile(missing, { lists: [], lockWaitMs: 0 })).toThrow(
      expect.objectContaining({ code: 'db_path', message: expect.stringContaining(missing) }),
    );
    survived('F36');
  });
});

/** Rights mean nothing to root, so the work runs as nobody. */
function withoutPowers<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a first start', () => {
  it('leaves one file, of the newest format, and nothing aside', async () => {
    const folder = join(make(), 'deep', 'er');
    const store = open(folder);
    await store.close();
    expect(readdirSync(folder)).toEqual(['fieldbook.db']);
    expect(readFileSync(fileIn(folder)).toString('latin1', 68, 72)).toBe('Fbk1');
  });

  it('writes every commit to the disk and lets reads go on meanwhile', () => {
    const db = openFile(fileIn(make()), { lists: [], lockWaitMs: 1_000 });
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('busy_timeout')).toBe(0);
    expect(pragma('trusted_schema')).toBe(0);
    expect(() => db.exec("UPDATE sqlite_schema SET sql = 'x'")).toThrow();
    db.exec('PRAGMA writable_schema = ON');
    expect(() => db.exec("UPDATE sqlite_schema SET sql = 'x'")).toThrow('may not be modified');
    db.close();
  });

  it('keeps every document for the next', async () => {
    const folder = await used();
    const store = open(folder);
    const before = (await store.forTenant('t').find({ kind: 'item', limit: 100 })).items;
    await store.close();
    for (let start = 0; start < 3; start++) {
      const again = open(folder);
      expect((await again.forTenant('t').find({ kind: 'item', limit: 100 })).items).toEqual(before);
      await again.close();
    }
  });

  it('of two processes at once ends in one store', async () => {
    const folder = make();
    const [a, b] = [open(folder), open(folder)];
    await a.forTenant('t').write([create('a')]);
    expect(idsOf(await b.forTenant('t').find({ kind: 'item' }))).toEqual(['a']);
  });
});
