/** A damaged, emptied or lost file is never taken for a store: the start names the file and the newest backup (F33, F34). */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { create } from './contract/kit.ts';
import { folders } from './folder.ts';
import { fileIn, kit, meddle, overwrite } from './start-kit.ts';
import { survivedFaults } from './survived.ts';

const { make, open, clear } = folders();
afterEach(clear);

const { used, refusal } = kit({ make, open });

const damages: readonly (readonly [string, (folder: string) => void])[] = [
  ['a header of noise', (folder) => overwrite(folder, 0, Buffer.alloc(100, 0x5a))],
  ['a page of noise', (folder) => overwrite(folder, 4_096 * 20, Buffer.alloc(4_096, 0x5a))],
  ['its first table page of zeros', (folder) => overwrite(folder, 4_096, Buffer.alloc(4_096))],
  ['its end cut off', (folder) => truncateSync(fileIn(folder), 4_096 * 40)],
  ['its end cut off within a page', (folder) => truncateSync(fileIn(folder), 4_096 * 40 + 100)],
  ['all but its header cut off', (folder) => truncateSync(fileIn(folder), 100)],
  ['less than a header', (folder) => truncateSync(fileIn(folder), 20)],
  ['no bytes', (folder) => truncateSync(fileIn(folder), 0)],
  [
    'text in its place',
    (folder) => writeFileSync(fileIn(folder), 'not a database, and more than one hundred bytes '.repeat(9)),
  ],
  [
    'a database of another program in its place',
    (folder) => {
      rmSync(fileIn(folder));
      meddle(folder, 'CREATE TABLE theirs (a)');
    },
  ],
  ['nothing in its place', (folder) => rmSync(fileIn(folder))],
];

const survived = survivedFaults('SQLite damaged');

describe('a damaged store', () => {
  it.each(damages)('with %s names the file and the newest backup', async (_name, damage) => {
    const folder = await used();
    const store = open(folder);
    const copy = await store.backupNow();
    await store.close();
    damage(folder);
    const error = refusal(folder);
    expect(error).toMatchObject({ code: 'db_corrupt', name: 'OpenError' });
    expect(error.message).toContain(fileIn(folder));
    expect(error.message).toContain(copy);
  });

  it.each(damages.slice(0, -1))('with %s and no backup says what else can be done', async (_name, damage) => {
    const folder = await used();
    damage(folder);
    const { code, message } = refusal(folder);
    expect(code).toBe('db_corrupt');
    expect(message).toContain(fileIn(folder));
    expect(message).toMatch(/restore a copy of your own, or move .* away/);
  });

  it('is whole again when the sentence is followed', async () => {
    const folder = await used();
    const store = open(folder);
    const tenant = store.forTenant('t');
    const before = (await tenant.find({ kind: 'item', limit: 100 })).items;
    const copy = await store.backupNow();
    await tenant.write([create('later')]);
    const wal = readFileSync(`${fileIn(folder)}-wal`);
    await store.close();
    overwrite(folder, 0, Buffer.alloc(100, 0x5a));
    writeFileSync(`${fileIn(folder)}-wal`, wal);
    expect(refusal(folder).message).toContain(
      `stop the server, delete fieldbook.db-wal and fieldbook.db-shm, and copy ${copy} to ${fileIn(folder)}`,
    );
    for (const end of ['-wal', '-shm']) rmSync(`${fileIn(folder)}${end}`, { force: true });
    copyFileSync(copy, fileIn(folder));
    const again = open(folder).forTenant('t');
    expect((await again.find({ kind: 'item', limit: 100 })).items).toEqual(before);
    expect(await again.get('item', 'later')).toBeUndefined();
    expect((await again.write([create('new')])).kind).toBe('ok');
    survived('F33', 'F34');
  });

  it.each(['signing.key', 'fieldbook.db-wal'])('of which only %s is left is not taken for a new one', (name) => {
    const folder = make();
    writeFileSync(join(folder, name), 'x');
    const { code, message } = refusal(folder);
    expect(code).toBe('db_corrupt');
    expect(message).toContain(name);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('is not seen in a folder with files of others', () => {
    const folder = make();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'notes.txt'), 'x');
    writeFileSync(join(folder, 'fieldbook.db.new-1'), '');
    expect(() => open(folder)).not.toThrow();
  });
});
