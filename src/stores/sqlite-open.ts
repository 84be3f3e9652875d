/** Opens the SQLite file, or says in one sentence why not and what to do. */
import { closeSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { List } from './lists.ts';
import { newestBackup } from './sqlite-backup.ts';
import { OpenError, troubleOf } from './sqlite-faults.ts';
import { applicationId, findHalfDone, makeIndices, migrate, newestFormat, numberOf } from './sqlite-format.ts';

export interface OpenOptions {
  readonly lists: readonly List[];
  /** How long a lock of another process is waited for. */
  readonly lockWaitMs: number;
  /** A limit on the size of the file, in pages of 4 KB. */
  readonly maxPages?: number;
}

/** One wait inside the engine. It stops the whole process, which nobody minds before it serves. */
const waitMs = 100;

export function openFile(file: string, options: OpenOptions): DatabaseSync {
  try {
    if (file !== ':memory:') existsSync(file) ? refuseForeign(file) : makeFile(file, options);
    return connect(file, options);
  } catch (error) {
    throw openErrorOf(error, file);
  }
}

function connect(file: string, options: OpenOptions): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: Math.min(waitMs, options.lockWaitMs), defensive: true });
  try {
    prepare(db, file, options);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: DatabaseSync, file: string, { lists, lockWaitMs, maxPages }: OpenOptions): void {
  const patient = (work: () => void) => waitForLock(work, Math.ceil(lockWaitMs / waitMs));
  patient(() => settle(db, file));
  const format = numberOf(db, 'PRAGMA user_version');
  if (format > newestFormat)
    throw new OpenError(
      'db_newer',
      `${file} was written by a newer Fieldbook (format ${format}, this one knows ${newestFormat}): start that version, or restore an older backup`,
    );
  if (db.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') throw damaged(file);
  const half = findHalfDone(db, format);
  if (half) throw new OpenError('db_migration', `${file} ${half}: ${restore(file)}`);
  patient(() => migrate(db, file, format));
  patient(() => makeIndices(db, lists));
  patient(() => tryToWrite(db));
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  // From here on a lock is waited for outside the engine, where it does not stop the event loop.
  db.exec('PRAGMA busy_timeout = 0');
}

function settle(db: DatabaseSync, file: string): void {
  db.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;');
  // Sorting in memory, so that reads go on when the disk is full; and a log that shrinks again after an import.
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;');
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
  if (file !== ':memory:' && mode !== 'wal')
    throw new OpenError('db_path', `${file} lies on a disk that cannot share memory: set DATA_DIR to a local disk`);
}

/** A file that may be read but not written opens without complaint. Nothing is left of this. */
function tryToWrite(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('UPDATE marker SET id = id');
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

/** Made aside and moved in when whole: a first start that was cut off leaves nothing that looks like a broken store. */
function makeFile(file: string, options: OpenOptions): void {
  refuseLost(file);
  const aside = `${file}.new-${process.pid}`;
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${aside}${end}`, { force: true });
  const db = connect(aside, options);
  db.close();
  try {
    linkSync(aside, file);
  } catch (error) {
    // Another process was first, or this disk knows no links.
    if (!existsSync(file)) renameSync(aside, file);
    else if (statSync(file).size === 0) throw error;
  }
  rmSync(aside, { force: true });
}

/** What lies beside it shows that there was a store: a new, empty one would hide the loss. */
function refuseLost(file: string): void {
  const folder = dirname(file);
  const traces = ['signing.key', `${basename(file)}-wal`].filter((name) => existsSync(join(folder, name)));
  if (newestBackup(file)) traces.push('backups');
  if (traces.length === 0) return;
  throw new OpenError(
    'db_corrupt',
    `${file} is gone, but ${traces.join(' and ')} beside it shows it was here: ${restore(file)}`,
  );
}

/** An existing file must be ours and not emptied: a zero-byte file would open as a new, empty store. */
function refuseForeign(file: string): void {
  if (!statSync(file).isFile()) throw new OpenError('db_path', `${file} is not a file: set DATA_DIR to another folder`);
  const header = Buffer.alloc(72);
  const fd = openSync(file, 'r');
  const read = readSync(fd, header, 0, header.length, 0);
  closeSync(fd);
  if (read === 0) throw new OpenError('db_corrupt', `${file} is empty, though it was a store: ${restore(file)}`);
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3')
    throw new OpenError('db_corrupt', `${file} is not a database any more: ${restore(file)}`);
  if (header.readUInt32BE(68) !== applicationId)
    throw new OpenError('db_corrupt', `${file} belongs to another program: ${restore(file)}`);
}

/** An old log beside a restored file would be played into it. */
function restore(file: string): string {
  const copy = newestBackup(file);
  const name = basename(file);
  return copy
    ? `stop the server, delete ${name}-wal and ${name}-shm, and copy ${copy} to ${file}`
    : `restore a copy of your own, or move ${dirname(file)} away to begin with an empty store`;
}

const damaged = (file: string, cause?: unknown): OpenError =>
  new OpenError('db_corrupt', `${file} is damaged: ${restore(file)}`, { cause });

function waitForLock(work: () => void, tries: number): void {
  try {
    work();
  } catch (error) {
    if (troubleOf(error) !== 'busy' || tries <= 1) throw error;
    waitForLock(work, tries - 1);
  }
}

function openErrorOf(error: unknown, file: string): OpenError {
  if (error instanceof OpenError) return error;
  const cause = { cause: error };
  switch (troubleOf(error)) {
    case 'corrupt':
      return damaged(file, error);
    case 'busy':
      return new OpenError('db_locked', `${file} is held by another process: stop it, then start again`, cause);
    case 'full':
      return new OpenError('db_path', `there is no room for ${file}: make room on this disk, then start again`, cause);
    default:
      return new OpenError(
        'db_path',
        `${file} cannot be opened for writing: make its folder, change the rights, or set DATA_DIR to another`,
        cause,
      );
  }
}
