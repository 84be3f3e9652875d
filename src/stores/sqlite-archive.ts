/** All of one tenant, in the order of kind and id. */
import type { Archive, StoreOptions } from '../core/documents.ts';
import type { Engine } from './sqlite-engine.ts';
import { columns, documentOf } from './sqlite-tenant.ts';

const atOnce = 500;
const readSql = `SELECT ${columns} FROM documents WHERE tenant_id = ? AND (kind, id) > (?, ?)
  AND (expires_at IS NULL OR expires_at > ?) ORDER BY kind, id LIMIT ${atOnce}`;

export function sqliteArchive(tenantId: string, { engine, signal }: StoreOptions & { engine: Engine }): Archive {
  return {
    tenantId,
    async read(after = { kind: '', id: '', body: {} }) {
      const now = engine.clock.now().getTime();
      const rows = await engine.read(() => engine.statement(readSql).all(tenantId, after.kind, after.id, now), signal);
      return rows.map((row) => documentOf(row, tenantId));
    },
  };
}
