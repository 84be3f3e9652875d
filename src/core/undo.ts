/**
 * Undo of one's own last event (product 6): for ten minutes, and while nobody acted on anything it changed. The event's own
 * batch keeps what was there before, for that long and no longer.
 */
import { z } from 'zod';
import type { StoredDocument, TenantStore, WriteOperation } from './documents.ts';
import { digest, newId } from './ids.ts';
import type { Turn } from './turn.ts';

export const kind = 'undo';
const seconds = 600;

const kept = z.strictObject({
  kind: z.string(),
  id: z.string(),
  /** Missing: the event made it. */
  before: z.unknown().optional(),
  /** What the event left there; missing: nothing. */
  after: z.string().optional(),
});
export const undoRecord = z.strictObject({
  entityType: z.string(),
  entityId: z.string(),
  event: z.string(),
  by: z.string(),
  at: z.string(),
  kept: z.array(kept),
});
type UndoRecord = z.infer<typeof undoRecord>;

/** What an event was done to. */
export interface Undoable {
  readonly entityType: string;
  readonly entityId: string;
  readonly event: string;
}

/** Plans and records are never taken back: they say what happened, and read the state of now when their time comes. */
const staying = new Set(['auditEntry', 'dueItem', 'stamp', 'sendRecord', kind]);

/** The operations of an event with one more, which keeps what they change. */
export async function undoable(
  { store, who, now }: Turn,
  undo: Undoable,
  operations: readonly WriteOperation[],
): Promise<WriteOperation[]> {
  const changing = operations.filter((each) => !staying.has(each.kind));
  const parts = await Promise.all(changing.map((each) => keptOf(store, each)));
  if (parts.some((part) => part === undefined)) return [...operations];
  const body: UndoRecord = {
    ...undo,
    by: who.personId,
    at: now.toISOString(),
    kept: parts.flatMap((part) => part ?? []),
  };
  return [...operations, { op: 'create', kind, id: newId(), ttlSeconds: seconds, body }];
}

/** Undefined where the document has changed already: then the event itself will fail. */
async function keptOf(store: TenantStore, operation: WriteOperation): Promise<z.infer<typeof kept> | undefined> {
  const { kind: of, id } = operation;
  const after = operation.op === 'remove' ? {} : { after: sealOf(operation.body) };
  if (operation.op === 'create') return { kind: of, id, ...after };
  const found = await store.get(of, id);
  return found?.version === operation.version ? { kind: of, id, before: found.body, ...after } : undefined;
}

const sealOf = (body: unknown): string => digest(canonical(body));

/** The same text whatever order a store gives the fields back in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Why nothing was taken back, as a problem of the API. */
export const notTakenBack = { missing: 'not_found', stale: 'stale', tooLate: 'too_late' } as const;

/** The reader's last event on an item, as long as it can be taken back. */
export async function lastUndo({ store, who, now }: Turn, entityId: string) {
  const where = [
    ['entityId', '=', entityId],
    ['by', '=', who.personId],
  ] as const;
  const { items } = await store.find({ kind, where, orderBy: { field: 'at', direction: 'desc' }, limit: 1 });
  const [document] = items;
  if (!document) return undefined;
  const record = undoRecord.parse(document.body);
  const until = new Date(Date.parse(record.at) + seconds * 1_000);
  if (until <= now) return undefined;
  const found = await Promise.all(record.kept.map((part) => store.get(part.kind, part.id)));
  return isUntouched(record, found) ? { document, record, until, found } : undefined;
}

const isUntouched = ({ kept: parts }: UndoRecord, found: readonly (StoredDocument | undefined)[]): boolean =>
  parts.every(({ after }, at) => (found[at] ? sealOf(found[at].body) : undefined) === after);

export interface Undone {
  readonly event: string;
  readonly operations: WriteOperation[];
  /** The item as it was. */
  readonly body: unknown;
  /** Whatever else is as it was, such as what was answered along with it. */
  readonly others: readonly { readonly kind: string; readonly id: string; readonly body: unknown }[];
}

/** Everything as it was before the event; undefined when there is nothing to take back, or somebody acted since. */
export async function undone(turn: Turn, entityId: string): Promise<Undone | undefined> {
  const last = await lastUndo(turn, entityId);
  if (!last) return undefined;
  // The very documents that were judged untouched: what a colleague does from here on makes the write fail.
  const { record, document, found } = last;
  const operations = record.kept.flatMap((part, at) => restored(turn, part, found[at], entityId));
  return {
    event: record.event,
    operations: [...operations, { op: 'remove', kind, id: document.id, version: document.version }],
    body: record.kept.find(({ id }) => id === entityId)?.before,
    others: record.kept
      .filter(({ id, before }) => id !== entityId && before !== undefined)
      .map(({ kind: of, id, before }) => ({ kind: of, id, body: before })),
  };
}

function restored(
  { now, who }: Turn,
  part: z.infer<typeof kept>,
  found: StoredDocument | undefined,
  entityId: string,
): WriteOperation[] {
  const { kind: of, id, before } = part;
  if (before === undefined) return found ? [{ op: 'remove', kind: of, id, version: found.version }] : [];
  const stamp = id === entityId ? { updatedAt: now.toISOString(), updatedBy: who.personId } : {};
  const body = { ...Object(before), ...stamp };
  if (!found) return [{ op: 'create', kind: of, id, body }];
  return [{ op: 'replace', kind: of, id, version: found.version, body }];
}
