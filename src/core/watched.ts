/** A tenant's store that says when a write planned something to be done or sent, so that it is not left to the next minute. */
import type { TenantStore } from './documents.ts';

export const watched = (store: TenantStore, planned: (tenantId: string) => void): TenantStore => ({
  tenantId: store.tenantId,
  get: (kind, id) => store.get(kind, id),
  find: (query) => store.find(query),
  ...(store.state ? { state: (kinds) => store.state?.(kinds) ?? '' } : {}),
  async write(operations, options) {
    const result = await store.write(operations, options);
    if (result.kind === 'ok' && operations.some(({ kind }) => kind === 'dueItem')) planned(store.tenantId);
    return result;
  },
});
