/** Turns of a tenant that begin together share one read of its stamp, made after the last of them has come. */
import type { Store } from '../core/documents.ts';
import { readStamp, type Stamp } from '../core/stamp.ts';

export type StampOf = (tenantId: string) => Promise<Stamp>;

export function sharedStamps(store: Store): StampOf {
  const waiting = new Map<string, Promise<Stamp>>();
  return (tenantId) => {
    const joined = waiting.get(tenantId);
    if (joined) return joined;
    const read = otherArrivals().then(() => {
      waiting.delete(tenantId);
      return readStamp(store.forTenant(tenantId));
    });
    waiting.set(tenantId, read);
    return read;
  };
}

const otherArrivals = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
