/** How many documents of a kind a tenant has; pages are followed to the end. */
import { findAll, type Store } from '../../src/core/documents.ts';
import { tenantId } from './activities.ts';

export async function storedCount(store: Store, kind: string): Promise<number> {
  let documents = 0;
  for await (const _ of findAll(store.forTenant(tenantId), { kind })) documents++;
  return documents;
}
