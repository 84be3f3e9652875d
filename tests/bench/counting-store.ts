/** A store that counts what it is asked, to tell how many requests a turn costs. */
import type { Store, TenantStore } from '../../src/core/documents.ts';

export interface CountingStore extends Store {
  /** Requests since the last call, and what they were. */
  taken(): string[];
}

export function countingStore(store: Store): CountingStore {
  let asked: string[] = [];
  const counted = (bound: TenantStore): TenantStore => ({
    tenantId: bound.tenantId,
    get(kind, id) {
      asked.push(`get ${kind}`);
      return bound.get(kind, id);
    },
    find(query) {
      asked.push(`find ${query.kind}`);
      return bound.find(query);
    },
    write(operations, options) {
      asked.push(`write ${operations.map((o) => o.kind).join('+')}`);
      return bound.write(operations, options);
    },
  });
  return {
    forTenant: (tenantId, options) => counted(store.forTenant(tenantId, options)),
    archive: (tenantId, options) => store.archive(tenantId, options),
    check: () => store.check(),
    close: () => store.close(),
    taken() {
      const before = asked;
      asked = [];
      return before;
    },
  };
}
