/** To look and to write are two steps; a row between them makes two at once meet each other. */
import type { TenantStore, WriteOperation } from './documents.ts';
import { newId } from './ids.ts';

/**
 * To be read before the look and written with what follows from it: whoever did the same in between has moved the row,
 * this write fails, and the look is repeated.
 */
export async function fence(store: TenantStore, kind: string, id: string): Promise<WriteOperation> {
  const found = await store.get(kind, id);
  const body = { change: newId() };
  return found ? { op: 'replace', kind, id, version: found.version, body } : { op: 'create', kind, id, body };
}
