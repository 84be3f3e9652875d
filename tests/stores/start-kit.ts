/** What the tests of a refused start share: a used store, ways to spoil it, and the refusal. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OpenError } from '../../src/stores/sqlite-faults.ts';
import { fill } from './contract/kit.ts';
import type { Folders } from './folder.ts';

export const fileIn = (folder: string): string => join(folder, 'fieldbook.db');

export function kit({ make, open }: Pick<Folders, 'make' | 'open'>) {
  /** A closed store of 300 documents over many pages. */
  async function used(): Promise<string> {
    const folder = make();
    const store = open(folder);
    const text = 'x'.repeat(1_000);
    await fill(store.forTenant('t'), Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`n${n}`, { n, text }])));
    await store.close();
    return folder;
  }

  function refusal(folder: string, options = {}): OpenError {
    try {
      open(folder, { lockWaitMs: 0, ...options });
    } catch (error) {
      if (error instanceof OpenError) return error;
      throw error;
    }
    throw new Error('the start was not refused');
  }

  return { used, refusal };
}

/** Changes the file behind the store's back. */
export function meddle(folder: string, sql: string): void {
  const db = new DatabaseSync(fileIn(folder));
  db.exec(sql);
  db.close();
}

export function overwrite(folder: string, at: number, bytes: Buffer): void {
  const fd = openSync(fileIn(folder), 'r+');
  writeSync(fd, bytes, 0, bytes.length, at);
  closeSync(fd);
}
