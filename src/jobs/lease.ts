/** Due documents are claimed by a conditional write with a lease: of all instances one has each of them (reliability 9). */
import type { StoredDocument, TenantStore } from '../core/documents.ts';

export const leaseMs = 120_000;
/** No send begins with less than this left. */
export const safeMs = 15_000;
const most = 20;

export interface Leased {
  readonly state: string;
  readonly wakeAt: string;
  readonly fence: number;
  readonly attempts: number;
}

export interface Claimed<T> {
  readonly id: string;
  readonly version: string;
  readonly body: T;
}

export interface Claiming<T extends Leased> {
  readonly kind: 'dueItem' | 'sendRecord';
  readonly parse: (body: unknown) => T;
  readonly ttlSeconds?: number;
}

/** Up to twenty whose time has come or whose lease has run out; a claim that another one won is left to them. */
export async function claimDue<T extends Leased>(
  store: TenantStore,
  { kind, parse, ttlSeconds }: Claiming<T>,
  now: Date,
): Promise<Claimed<T>[]> {
  const at = now.toISOString();
  const { items } = await store.find({
    kind,
    where: [['wakeAt', '<=', at]],
    orderBy: { field: 'wakeAt', direction: 'asc' },
    limit: most,
  });
  const claims = await Promise.all(
    items.map((found) => claimOne(store, found, { kind, now, ...(ttlSeconds ? { ttlSeconds } : {}) })),
  );
  return claims.flatMap((document) =>
    document ? [{ id: document.id, version: document.version, body: parse(document.body) }] : [],
  );
}

async function claimOne(
  store: TenantStore,
  { id, version, body }: StoredDocument,
  { kind, now, ttlSeconds }: { kind: string; now: Date; ttlSeconds?: number },
): Promise<StoredDocument | undefined> {
  const known = body as Leased;
  const claimed = {
    ...known,
    state: 'claimed',
    wakeAt: new Date(now.getTime() + leaseMs).toISOString(),
    fence: known.fence + 1,
    attempts: known.attempts + 1,
  };
  const result = await store.write([
    { op: 'replace', kind, id, version, body: claimed, ...(ttlSeconds ? { ttlSeconds } : {}) },
  ]);
  return result.kind === 'ok' ? result.documents[0] : undefined;
}
