/** The store of a repeated turn: it reads what is, and writes nothing, so the answer comes out again without its effect. */
import type { StoredDocument, TenantStore, WriteOperation } from '../core/documents.ts';

export function replayStore(store: TenantStore): TenantStore {
  return {
    tenantId: store.tenantId,
    get: (kind, id) => store.get(kind, id),
    find: (query) => store.find(query),
    write: async (operations) => ({ kind: 'ok', documents: operations.map((o) => asStored(store.tenantId, o)) }),
  };
}

const asStored = (tenantId: string, operation: WriteOperation): StoredDocument => ({
  tenantId,
  kind: operation.kind,
  id: operation.id,
  schemaVersion: 1,
  version: 'version' in operation ? operation.version : '0',
  body: 'body' in operation ? operation.body : {},
});
