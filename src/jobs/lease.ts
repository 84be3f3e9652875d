/** Due documents are claimed by a conditional write with a lease: of all instances one has each of them (reliability 9). */
import type { z } from 'zod';
import type { StoredDocument } from '../core/documents.ts';
import type { Stage } from './stage.ts';

export const leaseMs = 120_000;
/** No send begins with less than this left. */
const safeMs = 15_000;
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

export interface Claiming<T> {
  readonly kind: 'dueItem' | 'sendRecord';
  readonly schema: z.ZodType<T>;
  readonly ttlSeconds?: number;
}

/** What a step of a round met: so many were due, and it had so many of them. */
export interface Met {
  readonly found: number;
  readonly done: number;
}

/** What a claim came to: `found` were due, and `claimed` are ours. */
export interface Claims<T> {
  readonly found: number;
  readonly claimed: readonly Claimed<T>[];
}

/** Up to twenty whose time has come or whose lease has run out; a claim that another one won is left to them. */
export async function claimDue<T>(stage: Stage, claiming: Claiming<T>): Promise<Claims<T>> {
  const { items } = await stage.store.find({
    kind: claiming.kind,
    where: [['wakeAt', '<=', stage.now.toISOString()]],
    orderBy: { field: 'wakeAt', direction: 'asc' },
    limit: most,
  });
  const claims = await Promise.allSettled(items.map((found) => claimOne(stage, found, claiming)));
  const failed = claims.filter(({ status }) => status === 'rejected');
  // One that failed waits for the next tick; what was claimed is worked on.
  if (failed.length === items.length && failed[0]?.status === 'rejected') throw failed[0].reason;
  const claimed = claims.flatMap((claim) =>
    claim.status === 'fulfilled' && claim.value ? readable(stage, claim.value, claiming) : [],
  );
  return { found: items.length, claimed };
}

/** No send begins so late that the next holder of the lease could meet it; by a clock that nobody sets. */
export const isTooLate = ({ elapsed, since }: Stage): boolean => leaseMs - (elapsed() - since) < safeMs;

async function claimOne<T>(
  { store, now }: Stage,
  { id, version, body }: StoredDocument,
  { kind, ttlSeconds }: Claiming<T>,
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

/** One that cannot be read holds nobody else up: it is out of the way until its lease ends. */
function readable<T>({ log }: Stage, { id, version, body }: StoredDocument, { kind, schema }: Claiming<T>) {
  const read = schema.safeParse(body);
  if (!read.success) log.error('due.unreadable', { objectId: id, detail: kind });
  return read.success ? [{ id, version, body: read.data }] : [];
}
