/** Opens the SQLite file, or says in one sentence why not and what to do. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type OpenFault = 'db_newer' | 'db_migration' | 'db_locked' | 'db_corrupt' | 'db_path';

export class OpenError extends Error {
  readonly code: OpenFault;
  constructor(code: OpenFault, message: string, options?: ErrorOptions) {
    super(`sqlite: ${message}`, options);
    this.name = 'OpenError';
    this.code = code;
  }
}

/** "Fbk1": marks the file as ours, so that a foreign or emptied file is not taken for a new store. */
const applicationId = 0x46_62_6b_31;

/** Each step runs in one transaction with its number; a file is never left between two. */
const migrations: readonly string[] = [
  `CREATE TABLE documents (
     tenant_id TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
     schema_version INTEGER NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, expires_at INTEGER,
     PRIMARY KEY (tenant_id, kind, id)) STRICT, WITHOUT ROWID;
   CREATE INDEX documents_expiry ON documents (tenant_id, expires_at) WHERE expires_at IS NOT NULL;
   CREATE TABLE marker (id INTEGER PRIMARY KEY CHECK (id = 1), made_at TEXT NOT NULL) STRICT;
   INSERT INTO marker VALUES (1, datetime('now'));`,
];

export interface Opened {
  readonly db: DatabaseSync;
  readonly file: string;
}

const busyMs = 100;
const openTries = 20;

export function openFile(file: string): DatabaseSync {
  if (file !== ':memory:') refuseForeign(file);
  const db = connect(file);
  try {
    prepare(db, file);
    return db;
  } catch (error) {
    db.close();
    throw asOpenError(error, file);
  }
}

function connect(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: busyMs });
  } catch (error) {
    throw asOpenError(error, file);
  }
}

/** An existing file must be a database of ours: a zero-byte file would open as a new, empty store. */
function refuseForeign(file: string): void {
  if (!existsSync(file)) return;
  const header = Buffer.alloc(72);
  if (statSync(file).size >= header.length) {
    const fd = openSync(file, 'r');
    readSync(fd, header, 0, header.length, 0);
    closeSync(fd);
  }
  const text = header.subarray(0, 15).toString('latin1');
  if (text !== 'SQLite format 3') throw corrupt(file, 'is not a database any more');
  const id = header.readUInt32BE(68);
  if (id !== applicationId && id !== 0) throw corrupt(file, 'belongs to another program');
}

function corrupt(file: string, what: string, cause?: unknown): OpenError {
  const backup = newestBackup(file);
  const way = backup
    ? `stop the server and copy ${backup} over it`
    : 'move it away to begin with an empty store, or restore a copy of your own';
  return new OpenError('db_corrupt', `${file} ${what}: ${way}`, { cause });
}

function newestBackup(file: string): string | undefined {
  const folder = join(file, '..', 'backups');
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder)
    .filter((n) => n.endsWith('.db'))
    .toSorted()
    .at(-1);
  return name && join(folder, name);
}

function prepare(db: DatabaseSync, file: string): void {
  patient(() => db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;'));
  const found = numberOf(db, 'PRAGMA user_version');
  if (found > migrations.length) {
    throw new OpenError(
      'db_newer',
      `${file} was written by a newer Fieldbook (format ${found}, this one knows ${migrations.length}): start that version, or restore an older backup`,
    );
  }
  const check = db.prepare('PRAGMA quick_check(1)').get();
  if (check?.quick_check !== 'ok') throw corrupt(file, 'is damaged');
  if (found > 0 && !db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'marker'").get()) {
    throw new OpenError(
      'db_migration',
      `${file} has lost its tables or was left half-way by a change of format: restore the newest backup`,
    );
  }
  for (const [at, sql] of migrations.entries()) if (at >= found) patient(() => migrate(db, sql, at + 1));
}

function migrate(db: DatabaseSync, sql: string, version: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (numberOf(db, 'PRAGMA user_version') < version)
      db.exec(`${sql} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version};`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Another process may hold the lock for a moment; each try waits up to `busyMs` in the engine. */
function patient(work: () => void, tries = openTries): void {
  try {
    work();
  } catch (error) {
    if (errcodeOf(error) !== 5 || tries <= 1) throw error;
    patient(work, tries - 1);
  }
}

const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(pragma).get() ?? {})[0] ?? 0);

/** The primary result code of an error of the engine. */
export const errcodeOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

function asOpenError(error: unknown, file: string): OpenError {
  if (error instanceof OpenError) return error;
  const code = errcodeOf(error);
  if (code === 11 || code === 26) return corrupt(file, 'is damaged', error);
  if (code === 5 || code === 6)
    return new OpenError('db_locked', `${file} is held by another process: stop it, then start again`, {
      cause: error,
    });
  return new OpenError(
    'db_path',
    `${file} cannot be opened for writing: make its folder, or change its rights, or set DATA_DIR to another`,
    { cause: error },
  );
}
