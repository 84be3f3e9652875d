/** One effect for each activity: its first write carries a row that a second delivery runs into (reliability.md 9). */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { TenantStore, WriteOperation, WriteOptions, WriteResult } from '../core/documents.ts';
import { instant } from '../core/fields.ts';
import { digest } from '../core/ids.ts';
import type { Claims } from './claims.ts';
import type { Activity } from './envelope.ts';

const kind = 'inbound';
const ttlSeconds = 24 * 3_600;
/** Of these the same id comes again with every change, so the time tells them apart. */
const changes = new Set(['messageUpdate', 'messageDelete']);

const inboundRow = z.object({ at: instant, code: z.string() });
export type InboundRow = z.infer<typeof inboundRow>;

/** This activity was here before. `row` is missing only when it ended in the same moment. */
export class Duplicate extends Error {
  readonly row: InboundRow | undefined;
  constructor(row: InboundRow | undefined) {
    super('duplicates: this activity was handled before');
    this.name = 'Duplicate';
    this.row = row;
  }
}

/** Undefined without an activity id: then only the guard rows of the features protect. */
export function duplicateKey(
  tenantId: string,
  {
    id,
    type,
    name = '',
    timestamp = '',
    conversation,
  }: Pick<Activity, 'id' | 'type' | 'name' | 'timestamp' | 'conversation'>,
): string | undefined {
  if (!id) return undefined;
  return `act:${ageOf(id)}:${digest(tenantId, conversation.id, id, type, name, changes.has(type) ? timestamp : '')}`;
}

/** Teams numbers its activities by time. Rows that begin so lie side by side in the store, which halves what one costs. */
const ageOf = (id: string): string => /^[A-Za-z0-9:-]{0,13}/.exec(id)?.[0] ?? '';

export interface OnceStore extends TenantStore {
  /** Writes the row alone, for a turn that only replies; does nothing when an earlier write brought it. */
  claim(code?: string): Promise<void>;
}

/**
 * The store of one turn. Its first write, of up to 99 operations, brings the row in the same batch; it throws `Duplicate`
 * when the row is there already. Later writes pass through. `claims` writes the row when it is alone.
 */
export function onceStore(store: TenantStore, key: string, clock: Clock, claims?: Claims): OnceStore {
  let marked = false;
  let last: Promise<unknown> = Promise.resolve();

  async function mark(
    operations: readonly WriteOperation[],
    code: string,
    options?: WriteOptions,
  ): Promise<WriteResult> {
    if (marked || options?.isApart)
      return operations.length > 0 ? store.write(operations, options) : { kind: 'ok', documents: [] };
    const body: InboundRow = { at: clock.now().toISOString(), code };
    const claim = { op: 'create', kind, id: key, body, ttlSeconds } as const;
    const isAlone = claims !== undefined && operations.length === 0;
    // First in the batch, so that a repeat is met as a repeat and not as a clash of its own effect.
    const result = isAlone ? await claims(store.tenantId, claim) : await store.write([claim, ...operations], options);
    if (result.kind === 'ok') {
      marked = true;
      return { kind: 'ok', documents: result.documents.slice(1) };
    }
    if (result.index > 0) return { ...result, index: result.index - 1 };
    const row = await store.get(kind, key);
    throw new Duplicate(row && inboundRow.parse(row.body));
  }

  /** One after the other: two writes at once would each bring the row, and the turn would be its own duplicate. */
  function queue(operations: readonly WriteOperation[], code: string, options?: WriteOptions): Promise<WriteResult> {
    const next = last.then(() => mark(operations, code, options));
    last = next.catch(() => undefined);
    return next;
  }

  return {
    tenantId: store.tenantId,
    get: (of, id) => store.get(of, id),
    find: (query) => store.find(query),
    write: (operations, options) => queue(operations, 'ok', options),
    claim: async (code = 'ok') => void (await queue([], code)),
  };
}
