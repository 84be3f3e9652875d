/** Temporary data folders that go away with the test file, and stores in them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite, type SqliteOptions, type SqliteStore } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';

export interface Folders {
  /** A new, empty folder. */
  make(): string;
  /** A store in the folder, closed with the others if the test does not. */
  open(dataDir: string, options?: Partial<SqliteOptions>): SqliteStore;
  clear(): Promise<void>;
}

export function folders(): Folders {
  const made: string[] = [];
  const stores: SqliteStore[] = [];
  return {
    make() {
      const folder = mkdtempSync(join(tmpdir(), 'fieldbook-store-'));
      made.push(folder);
      return folder;
    },
    open(dataDir, options = {}) {
      const store = openSqlite({ dataDir, clock: movingClock(), log: silentLog, ...options });
      stores.push(store);
      return store;
    },
    async clear() {
      for (const store of stores.splice(0)) await store.close();
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
