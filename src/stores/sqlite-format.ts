/** The format of the file: its steps, how one is taken, and how a step that was cut off is noticed. */
import type { DatabaseSync } from 'node:sqlite';
import type { List } from './lists.ts';
import { OpenError, troubleOf } from './sqlite-faults.ts';
import { indexSql } from './sqlite-query.ts';

/** "Fbk1": marks the file as ours, so that a foreign or emptied file is not taken for a new store. */
export const applicationId = 0x46_62_6b_31;

/** Each step runs in one transaction with its number; a file is never left between two. */
const steps: readonly string[] = [
  `CREATE TABLE documents (
     tenant_id TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
     schema_version INTEGER NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, expires_at INTEGER,
     PRIMARY KEY (tenant_id, kind, id)) STRICT, WITHOUT ROWID;
   CREATE INDEX documents_expiry ON documents (tenant_id, expires_at) WHERE expires_at IS NOT NULL;
   CREATE TABLE marker (id INTEGER PRIMARY KEY CHECK (id = 1), made_at TEXT NOT NULL) STRICT;
   INSERT INTO marker VALUES (1, datetime('now'));`,
];

export const newestFormat = steps.length;

/** What is missing, when the number of the format and the tables do not agree. */
export function findHalfDone(db: DatabaseSync, format: number): string | undefined {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const names = new Set(tables.map(({ name }) => name));
  if (format === 0) return names.size > 0 ? 'was left half-way by a change of format' : undefined;
  if (!names.has('documents') || !names.has('marker')) return 'has lost its tables';
  return db.prepare('SELECT 1 FROM marker').get() ? undefined : 'was left half-way by a change of format';
}

export function migrate(db: DatabaseSync, file: string, from: number): void {
  for (const [at, sql] of steps.entries()) if (at >= from) step(db, file, sql, at + 1);
}

function step(db: DatabaseSync, file: string, sql: string, format: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been first.
    if (numberOf(db, 'PRAGMA user_version') < format)
      db.exec(`${sql} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format};`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    if (troubleOf(error) !== 'other') throw error;
    throw new OpenError(
      'db_migration',
      `${file} could not be brought to format ${format}; nothing was changed: start the version before, and report this`,
      { cause: error },
    );
  }
}

/** Indices hold nothing of their own, so they are no part of the format; one that is no longer named stays. */
export function makeIndices(db: DatabaseSync, lists: readonly List[]): void {
  for (const list of lists) db.exec(indexSql(list));
}

export const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(pragma).get() ?? {})[0] ?? 0);
