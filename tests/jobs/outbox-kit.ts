/** Tickers as instances have them, over a store of the test's choice and a connector on loopback. */
import { z } from 'zod';
import type { Clock } from '../../src/core/clock.ts';
import type { Courier, Parcel } from '../../src/core/courier.ts';
import { findAll, type Store, type WriteOperation } from '../../src/core/documents.ts';
import type { Feature } from '../../src/core/feature.ts';
import { keyedHash } from '../../src/core/ids.ts';
import { type Log, silentLog } from '../../src/core/log.ts';
import { type SendRecord, sendRecord } from '../../src/core/send-record.ts';
import { createTicker, type Ticker } from '../../src/jobs/ticker.ts';
import { wordsFor } from '../../src/text/words.ts';
import { tenantId } from '../helpers/activities.ts';
import { bell } from './bell.ts';

export interface Instance {
  readonly store: Store;
  readonly clock: Clock;
  readonly courier: Courier;
  readonly log?: Log;
  readonly elapsed?: () => number;
  readonly features?: readonly Feature[];
}

/** All instances of one deployment have one key. */
export const instance = ({ store, clock, courier, log = silentLog, elapsed, features = [bell] }: Instance): Ticker =>
  createTicker({
    ...{ store, clock, courier, log, features, wordsFor, tenants: [tenantId], hash: keyedHash(Buffer.alloc(32, 'k')) },
    ...(elapsed ? { elapsed } : {}),
  });

export const connectorAnswer = z.object({ id: z.string().optional() });

/** What leaves, as the service gets it; the SDK's own way is tested elsewhere. */
export const httpCourier: Courier = {
  async deliver({ address, card, activityId }: Parcel) {
    const path = `v3/conversations/${encodeURIComponent(address.conversation.id)}/activities`;
    const response = await fetch(`${address.serviceUrl}${path}${activityId ? `/${activityId}` : ''}`, {
      method: activityId ? 'PUT' : 'POST',
      // Which process it is, for a test that ends the one that sends.
      headers: { 'content-type': 'application/json', authorization: `process ${process.pid}` },
      body: JSON.stringify({ type: 'message', summary: card.summary }),
    }).catch(() => undefined);
    if (!response) return { kind: 'failed' };
    const { id } = connectorAnswer.parse(await response.json());
    if (!response.ok) return { kind: 'failed', status: response.status };
    return id ? { kind: 'sent', activityId: id } : { kind: 'sent' };
  },
};

export async function written(store: Store, operations: readonly WriteOperation[]): Promise<void> {
  const tenant = store.forTenant(tenantId, { pace: 'import' });
  for (let first = 0; first < operations.length; first += 100) {
    const result = await tenant.write(operations.slice(first, first + 100));
    if (result.kind !== 'ok') throw new Error(`not written: ${result.kind} ${result.index}`);
  }
}

export async function outbox(store: Store): Promise<SendRecord[]> {
  const records: SendRecord[] = [];
  for await (const { body } of findAll(store.forTenant(tenantId), { kind: 'sendRecord' }))
    records.push(sendRecord.parse(body));
  return records;
}

/** How many records end how: `{ sent: 3, 'failed unclear': 1 }`. */
export async function ends(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, error } of await outbox(store)) {
    const end = error ? `${state} ${error}` : state;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return counts;
}

/** Copies of each message beyond the first, and messages that never came. */
export function copies(got: readonly string[], expected: readonly string[]): { lost: number; extra: number } {
  const counts = new Map<string, number>();
  for (const text of got) counts.set(text, (counts.get(text) ?? 0) + 1);
  const lost = expected.filter((text) => !counts.has(text)).length;
  const extra = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  return { lost, extra };
}
