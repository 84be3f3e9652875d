/** The store of one tenant on a SQLite file: every statement names the tenant. */
import { z } from 'zod';
import type { StoredDocument, StoreOptions, TenantStore, WriteOperation, WriteResult } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { requireOnePartition } from './homes.ts';
import type { List } from './lists.ts';
import { cursorOf } from './paging.ts';
import { checkKey, checkQuery, checkWrite, endOf } from './rules.ts';
import type { Engine } from './sqlite-engine.ts';
import { type Finding, findStatements } from './sqlite-query.ts';

const row = z.object({
  tenant_id: z.string(),
  kind: z.string(),
  id: z.string(),
  schema_version: z.number(),
  version: z.string(),
  body: z.string(),
  expires_at: z.number().nullable(),
});

export const columns = 'tenant_id, kind, id, schema_version, version, body, expires_at';
const getSql = `SELECT ${columns} FROM documents WHERE tenant_id = ? AND kind = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)`;
const putSql = `INSERT OR REPLACE INTO documents (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`;
/** Replaces only what has expired and was not swept yet. */
const createSql = `INSERT INTO documents (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant_id, kind, id) DO UPDATE SET schema_version = excluded.schema_version, version = excluded.version,
  body = excluded.body, expires_at = excluded.expires_at WHERE documents.expires_at <= ?`;
const removeSql = 'DELETE FROM documents WHERE tenant_id = ? AND kind = ? AND id = ?';

type Failed = Exclude<WriteResult, { kind: 'ok' }>;

/** Ends a transaction whose precondition failed. */
class Unmet extends Error {
  readonly result: Failed;
  constructor(result: Failed) {
    super(result.kind);
    this.result = result;
  }
}

export interface TenantOptions extends StoreOptions {
  readonly engine: Engine;
  readonly lists: readonly List[];
}

export function tenantStore(tenantId: string, { engine, lists, signal }: TenantOptions): TenantStore {
  const now = () => engine.clock.now().getTime();

  function read(kind: string, id: string): StoredDocument | undefined {
    const found = engine.statement(getSql).get(tenantId, kind, id, now());
    return found && documentOf(found, tenantId);
  }

  /** Undefined where a create meets a document. */
  function put(operation: Exclude<WriteOperation, { op: 'remove' }>, text = '{}'): StoredDocument | undefined {
    const { op, kind, id, schemaVersion = 1 } = operation;
    const version = newId();
    const end = endOf(operation, now()) ?? null;
    const row = [tenantId, kind, id, schemaVersion, version, text, end];
    const { changes } =
      op === 'create' ? engine.statement(createSql).run(...row, now()) : engine.statement(putSql).run(...row);
    if (Number(changes) === 0) return undefined;
    return { tenantId, kind, id, schemaVersion, version, ...expiry(end), body: JSON.parse(text) };
  }

  /** What stood in its place, if anything, and last what the operation answers with. */
  function apply(operation: WriteOperation, text: string | undefined, index: number): readonly StoredDocument[] {
    const { op, kind, id } = operation;
    if (op === 'create') {
      const made = put(operation, text);
      if (!made) throw new Unmet({ kind: 'conflict', index });
      return [made];
    }
    const current = read(kind, id);
    if (!current) throw new Unmet({ kind: 'notFound', index });
    if (current.version !== operation.version) throw new Unmet({ kind: 'stale', index });
    if (op === 'replace') return [current, put(operation, text) ?? current];
    engine.statement(removeSql).run(tenantId, kind, id);
    return [current];
  }

  function applyAll(operations: readonly WriteOperation[]): () => StoredDocument[] {
    const texts = checkWrite(operations);
    return () => {
      const touched = operations.map((operation, index) => apply(operation, texts[index], index));
      requireOnePartition(touched.flat());
      return touched.flatMap((documents) => documents.slice(-1));
    };
  }

  function take(statements: Finding['statements'], count: number): unknown[] {
    const rows: unknown[] = [];
    for (const { sql, values } of statements)
      if (rows.length < count) rows.push(...engine.statement(sql).all(...values, count - rows.length));
    return rows;
  }

  return {
    tenantId,
    state: (kinds) => engine.state(tenantId, kinds),
    async get(kind, id) {
      checkKey(kind, id);
      return engine.read(() => read(kind, id), signal);
    },
    async find(query) {
      checkQuery(query);
      const { limit, statements } = findStatements(tenantId, query, now(), lists);
      const rows = await engine.read(() => take(statements, limit + 1), signal);
      const items = rows.slice(0, limit).map((found) => documentOf(found, tenantId));
      const last = items.at(-1);
      return rows.length > limit && last ? { items, next: cursorOf(query, last) } : { items };
    },
    async write(operations, { isNote = false } = {}) {
      const work = applyAll(operations);
      try {
        const documents = await engine.write(work, { signal, isNote });
        engine.wrote(
          tenantId,
          operations.map(({ kind }) => kind),
        );
        return { kind: 'ok', documents };
      } catch (error) {
        if (error instanceof Unmet) return error.result;
        throw error;
      }
    },
  };
}

/** The tenant is compared again after the read: a difference is an alarm, never an answer. */
export function documentOf(found: unknown, tenantId: string): StoredDocument {
  const { tenant_id, kind, id, schema_version, version, body, expires_at } = row.parse(found);
  if (tenant_id !== tenantId) throw new StoreError('crossTenant', 'a read met a document of another tenant');
  return { tenantId, kind, id, schemaVersion: schema_version, version, ...expiry(expires_at), body: JSON.parse(body) };
}

const expiry = (end: number | null): { expiresAt?: string } =>
  end === null ? {} : { expiresAt: new Date(end).toISOString() };
