/** Rows of turns that only reply, written together: one commit serves all that came while the one before was written. */
import type { Store, TenantStore, WriteOperation, WriteResult } from '../core/documents.ts';

/** Writes one operation of a tenant; the result is the one it would have had alone. */
export type Claims = (tenantId: string, operation: WriteOperation) => Promise<WriteResult>;

interface Waiting {
  readonly operation: WriteOperation;
  readonly settle: (result: WriteResult) => void;
  readonly fail: (error: unknown) => void;
}

const mostTogether = 50;

export function sharedClaims(store: Store): Claims {
  const queues = new Map<string, Waiting[]>();

  async function flush(tenantId: string, queue: Waiting[]): Promise<void> {
    const bound = store.forTenant(tenantId);
    while (queue.length > 0) await writeTogether(bound, nextBatch(queue));
    queues.delete(tenantId);
  }

  return (tenantId, operation) =>
    new Promise((settle, fail) => {
      const queue = queues.get(tenantId);
      if (queue) return void queue.push({ operation, settle, fail });
      const begun = [{ operation, settle, fail }];
      queues.set(tenantId, begun);
      void arrivals(begun).then(() => flush(tenantId, begun));
    });
}

const mostRounds = 8;

/** A commit blocks this thread, so it waits while more are still coming in; a row alone waits for one round of the loop. */
async function arrivals(queue: readonly Waiting[]): Promise<void> {
  for (let round = 0, before = 0; round < mostRounds && queue.length > before; round++) {
    before = queue.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The same row twice waits for the next batch: a write names each document once. */
function nextBatch(queue: Waiting[]): Waiting[] {
  const ids = new Set<string>();
  const fits = ({ operation }: Waiting) => !ids.has(operation.id) && ids.size < mostTogether && ids.add(operation.id);
  const batch = queue.filter(fits);
  queue.splice(0, queue.length, ...queue.filter((waiting) => !batch.includes(waiting)));
  return batch;
}

/** One that fails its precondition gets its own result, and the others are written without it. */
async function writeTogether(store: TenantStore, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  try {
    const result = await store.write(
      waiting.map((each) => each.operation),
      { isNote: true },
    );
    if (result.kind === 'ok') {
      for (const [at, { settle }] of waiting.entries())
        settle({ kind: 'ok', documents: result.documents.slice(at, at + 1) });
      return;
    }
    waiting[result.index]?.settle({ ...result, index: 0 });
    await writeTogether(store, waiting.toSpliced(result.index, 1));
  } catch (error) {
    for (const { fail } of waiting) fail(error);
  }
}
