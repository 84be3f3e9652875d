/** Warm copies of what every request needs, trusted while the tenant's stamp stands; bounded in tenants. */
import type { TenantStore } from './documents.ts';

export interface Warm<T> {
  /** The copy for this number of the stamp, loaded once even when many ask at the same time. */
  at(store: TenantStore, number: number): Promise<T>;
}

export function warm<T>(load: (store: TenantStore) => Promise<T>, maxTenants = 50): Warm<T> {
  const copies = new Map<string, { number: number; copy: Promise<T> }>();
  return {
    at(store, number) {
      const known = copies.get(store.tenantId);
      if (known && known.number === number) return known.copy;
      const copy = load(store);
      copies.delete(store.tenantId);
      copies.set(store.tenantId, { number, copy });
      copy.catch(() => copies.get(store.tenantId)?.copy === copy && copies.delete(store.tenantId));
      const oldest = copies.keys().next();
      if (copies.size > maxTenants && !oldest.done) copies.delete(oldest.value);
      return copy;
    },
  };
}
