/** The store on one machine: a SQLite file in WAL mode, every commit on disk before it is acknowledged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextRound, setTimeout as pauseFor } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/documents.ts';
import type { Log } from '../core/log.ts';
import { lists as namedLists } from './lists.ts';
import { sqliteArchive } from './sqlite-archive.ts';
import { lastBackup, makeBackup } from './sqlite-backup.ts';
import { type Engine, type EngineOptions, engineOf } from './sqlite-engine.ts';
import { OpenError } from './sqlite-faults.ts';
import { type OpenOptions, openFile } from './sqlite-open.ts';
import { tenantStore } from './sqlite-tenant.ts';

export interface SqliteOptions extends Partial<OpenOptions>, Partial<Pick<EngineOptions, 'pause'>> {
  /** Folder of the file `fieldbook.db`, or `:memory:`. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SqliteStore extends Store {
  readonly file: string;
  /** Removes what has expired; the number of documents. Never rejects: what is left goes with the next sweep. */
  sweep(): Promise<number>;
  /** Copies the store while it runs into `backups/`, keeps the newest fourteen, and returns the file. */
  backupNow(): Promise<string>;
  /** When the newest copy was made. */
  lastBackup(): Date | undefined;
}

/** A little under the two seconds a caller is promised, since every pause runs over by a moment. */
const lockWait = 1_800;

export function openSqlite(options: SqliteOptions): SqliteStore {
  const { dataDir, clock, log, lists = namedLists, lockWaitMs = lockWait, pause = pauseFor } = options;
  const file = dataDir === ':memory:' ? dataDir : join(dataDir, 'fieldbook.db');
  if (file !== ':memory:') makeFolder(dataDir);
  const db = openFile(file, { ...options, lists, lockWaitMs });
  const engine = engineOf({ db, file, clock, log, lockWaitMs, pause });
  return {
    file,
    forTenant: (tenantId, store = {}) => tenantStore(tenantId, { ...store, engine, lists }),
    archive: (tenantId, store = {}) => sqliteArchive(tenantId, { ...store, engine }),
    check: () => engine.check(),
    sweep: () => sweep(engine, log),
    backupNow: () => makeBackup(file, clock.now()),
    lastBackup: () => lastBackup(file),
    close: async () => close(db, log),
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new OpenError('db_path', `${dataDir} cannot be made: choose another folder with DATA_DIR`, { cause: error });
  }
}

/** Each transaction takes a slice, so that a large sweep does not stop the turns. */
const slice = 500;
const sweepSql = `DELETE FROM documents WHERE (tenant_id, kind, id) IN
  (SELECT tenant_id, kind, id FROM documents WHERE expires_at IS NOT NULL AND expires_at <= ? LIMIT ${slice})`;

async function sweep(engine: Engine, log: Log): Promise<number> {
  let removed = 0;
  try {
    for (let last = slice; last === slice; removed += last) {
      last = await engine.write(() => Number(engine.statement(sweepSql).run(engine.clock.now().getTime()).changes));
      await nextRound();
    }
  } catch (error) {
    log.warn('store.sweepFailed', { error });
  }
  return removed;
}

/** The log is written back into the file, so that the file alone is the whole store. */
function close(db: DatabaseSync, log: Log): void {
  if (!db.isOpen) return;
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    log.warn('store.checkpointFailed', { error });
  }
  db.close();
}
