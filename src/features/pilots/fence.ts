/** To look for another pilot and to begin one are two steps; this row makes two at once in a department meet each other (R16). */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';

const kind = 'pilotFence';

/** To be read before the look and written with what begins: who comes second is refused, and looks again. */
export async function fence(store: TenantStore, departmentId: string): Promise<WriteOperation> {
  const found = await store.get(kind, departmentId);
  const body = { change: newId() };
  return found
    ? { op: 'replace', kind, id: departmentId, version: found.version, body }
    : { op: 'create', kind, id: departmentId, body };
}
