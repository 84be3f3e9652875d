/** The store on one machine: a SQLite file in WAL mode, every commit on disk before it is acknowledged. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type {
  Page,
  Query,
  Store,
  StoredDocument,
  StoreOptions,
  TenantStore,
  WriteOperation,
  WriteResult,
} from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { checkKey, checkQuery, checkWrite } from './rules.ts';
import { errcodeOf, OpenError, openFile } from './sqlite-open.ts';
import { cursorOf, findStatement } from './sqlite-query.ts';

export interface SqliteOptions {
  /** Folder of the file `fieldbook.db`, or `:memory:`. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SqliteStore extends Store {
  readonly file: string;
  /** Removes what has expired; the number of documents. */
  sweep(): number;
  /** Copies the store while it runs into `backups/`, keeps the newest fourteen, and returns the file. */
  backupNow(): Promise<string>;
}

const backupsKept = 14;
const fullProbeMs = 30_000;
const busyTries = 12;

export function openSqlite({ dataDir, clock, log }: SqliteOptions): SqliteStore {
  const file = dataDir === ':memory:' ? dataDir : join(dataDir, 'fieldbook.db');
  if (file !== ':memory:') makeFolder(dataDir);
  const db = openFile(file);
  const engine = engineOf(db, clock, log);
  return {
    file,
    forTenant: (tenantId, options = {}) => tenantStore(engine, tenantId, options),
    check: async () => void engine.statement('SELECT 1 FROM marker').get(),
    sweep: () =>
      Number(
        engine
          .statement('DELETE FROM documents WHERE expires_at IS NOT NULL AND expires_at <= ?')
          .run(clock.now().getTime()).changes,
      ),
    async backupNow() {
      const folder = join(dataDir, 'backups');
      mkdirSync(folder, { recursive: true });
      const copy = join(folder, `fieldbook-${clock.now().toISOString().replaceAll(/[:.]/g, '-')}.db`);
      await backup(db, copy);
      for (const old of readdirSync(folder)
        .filter((n) => n.endsWith('.db'))
        .toSorted()
        .slice(0, -backupsKept))
        rmSync(join(folder, old));
      return copy;
    },
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new OpenError('db_path', `${dataDir} cannot be made: choose another folder with DATA_DIR`, { cause: error });
  }
}

interface Engine {
  readonly clock: Clock;
  statement(sql: string): StatementSync;
  /** Runs in one transaction; a busy file is waited for, a full disk is remembered for a while. */
  transaction<T>(work: () => T, signal: AbortSignal | undefined): Promise<T>;
}

const maxStatements = 300;

function engineOf(db: DatabaseSync, clock: Clock, log: Log): Engine {
  const statements = new Map<string, StatementSync>();
  let fullUntil = 0;

  function once<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    clock,
    statement(sql) {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= maxStatements) statements.clear();
      const made = db.prepare(sql);
      statements.set(sql, made);
      return made;
    },
    async transaction(work, signal) {
      if (clock.now().getTime() < fullUntil) throw new StoreError('storageFull', 'the disk was full a moment ago');
      for (let tries = 1; ; tries++) {
        if (signal?.aborted) throw new StoreError('busy', 'the time for this turn is over');
        try {
          return once(work);
        } catch (error) {
          const code = errcodeOf(error);
          if (code === 13 || code === 10) {
            fullUntil = clock.now().getTime() + fullProbeMs;
            log.error('store.full', { error });
            throw new StoreError('storageFull', 'the disk is full', { cause: error });
          }
          if (code !== 5 && code !== 6) throw error;
          if (tries >= busyTries) throw new StoreError('busy', 'the file is held by another process', { cause: error });
          await pause(5 + Math.random() * 60);
        }
      }
    },
  };
}

const row = z.object({
  tenant_id: z.string(),
  kind: z.string(),
  id: z.string(),
  schema_version: z.number(),
  version: z.string(),
  body: z.string(),
  sort_key: z.union([z.string(), z.number(), z.null()]).optional(),
});
type Row = z.infer<typeof row>;

const columns = 'tenant_id, kind, id, schema_version, version, body';
const getSql = `SELECT ${columns} FROM documents WHERE tenant_id = ? AND kind = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)`;
const putSql = `INSERT OR REPLACE INTO documents (${columns}, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const removeSql = 'DELETE FROM documents WHERE tenant_id = ? AND kind = ? AND id = ?';

function tenantStore(engine: Engine, tenantId: string, { signal }: StoreOptions): TenantStore {
  const now = () => engine.clock.now().getTime();
  const alive = () => {
    if (signal?.aborted) throw new StoreError('busy', 'the time for this turn is over');
  };

  function read(kind: string, id: string): StoredDocument | undefined {
    const found = engine.statement(getSql).get(tenantId, kind, id, now());
    return found && documentOf(row.parse(found), tenantId);
  }

  /** Applies one operation inside the transaction; the precondition that failed, if any. */
  function apply(
    operation: WriteOperation,
    body: string | undefined,
    index: number,
  ): StoredDocument | Exclude<WriteResult, { kind: 'ok' }> {
    const { kind, id } = operation;
    const current = read(kind, id);
    if (operation.op === 'create' && current) return { kind: 'conflict', index };
    if (operation.op !== 'create') {
      if (!current) return { kind: 'notFound', index };
      if (current.version !== operation.version) return { kind: 'stale', index };
    }
    if (operation.op === 'remove') {
      engine.statement(removeSql).run(tenantId, kind, id);
      return current ?? { kind: 'notFound', index };
    }
    const text = body ?? '{}';
    const version = newId();
    const schemaVersion = operation.schemaVersion ?? 1;
    const expires = operation.ttlSeconds === undefined ? null : now() + operation.ttlSeconds * 1_000;
    engine.statement(putSql).run(tenantId, kind, id, schemaVersion, version, text, expires);
    return { tenantId, kind, id, schemaVersion, version, body: JSON.parse(text) };
  }

  return {
    tenantId,
    async get(kind, id) {
      alive();
      checkKey(kind, id);
      return read(kind, id);
    },
    async find(query: Query): Promise<Page> {
      alive();
      checkQuery(query);
      const { sql, values, limit } = findStatement(tenantId, query, now());
      const rows = engine
        .statement(sql)
        .all(...values)
        .map((found) => row.parse(found));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const items = page.map((found) => documentOf(found, tenantId));
      return rows.length > limit && last ? { items, next: cursorOf(last.sort_key ?? null, last.id) } : { items };
    },
    async write(operations) {
      alive();
      const bodies = checkWrite(operations);
      try {
        const documents = await engine.transaction(
          () =>
            operations.map((operation, index) => {
              const applied = apply(operation, bodies[index], index);
              if ('index' in applied) throw new Unmet(applied);
              return applied;
            }),
          signal,
        );
        return { kind: 'ok', documents };
      } catch (error) {
        if (error instanceof Unmet) return error.result;
        throw error;
      }
    },
  };
}

/** Ends a transaction whose precondition failed. */
class Unmet extends Error {
  readonly result: Exclude<WriteResult, { kind: 'ok' }>;
  constructor(result: Exclude<WriteResult, { kind: 'ok' }>) {
    super(result.kind);
    this.result = result;
  }
}

/** The tenant is compared again after the read: a difference is an alarm, never an answer. */
function documentOf(found: Row, tenantId: string): StoredDocument {
  if (found.tenant_id !== tenantId) throw new StoreError('crossTenant', 'a read met a document of another tenant');
  return {
    tenantId,
    kind: found.kind,
    id: found.id,
    schemaVersion: found.schema_version,
    version: found.version,
    body: JSON.parse(found.body),
  };
}
