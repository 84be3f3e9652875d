/** One write of the port as one transactional batch, and what its failures mean. */
import type { OperationInput } from '@azure/cosmos';
import type { StoredDocument, WriteOperation, WriteResult } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import {
  documentOf,
  goneItem,
  type Item,
  itemId,
  itemOf,
  type Making,
  readVersion,
  versionOf,
} from './cosmos-items.ts';
import type { Committed, Part, Reach } from './cosmos-reach.ts';
import { homeOf, partitionOf } from './homes.ts';

export interface Planned {
  readonly operation: WriteOperation;
  readonly item: Record<string, unknown>;
  /** The ETag it replaces; a create has none. */
  readonly etag?: string;
}

/** The bodies come from `checkWrite`, so that what is stored is what was checked. */
export function planned(
  operations: readonly WriteOperation[],
  texts: readonly (string | undefined)[],
  making: Making,
): Planned[] {
  return operations.map((operation, at) => {
    if (operation.op === 'remove') {
      const { kind, id } = operation;
      const { etag, week } = readVersion(kind, operation.version);
      return { operation, item: goneItem(kind, id, week, making), etag };
    }
    const item = itemOf(operation, JSON.parse(texts[at] ?? '{}'), making);
    return operation.op === 'create'
      ? { operation, item }
      : { operation, item, etag: readVersion(operation.kind, operation.version).etag };
  });
}

/** The one partition of all that is written, replaced and removed. */
export function partOf(operations: readonly WriteOperation[]): Part {
  const names = new Set(operations.flatMap(partitionsOf));
  if (names.size > 1) throw new StoreError('crossPartition', `one write touches ${[...names].join(' and ')}`);
  const [name = 'playbook'] = names;
  const [, week] = name.split('/');
  return week ? { home: 'events', week } : { home: 'playbook' };
}

function partitionsOf(operation: WriteOperation): string[] {
  const written = operation.op === 'remove' ? [] : [partitionOf(operation)];
  if (homeOf(operation.kind) === 'playbook') return operation.op === 'remove' ? ['playbook'] : written;
  const { week } = operation.op === 'create' ? {} : readVersion(operation.kind, operation.version);
  return week ? [...written, `events/${week}`] : written;
}

const inputOf = ({ item, etag }: Planned): OperationInput => {
  const resourceBody = item as never;
  return etag === undefined
    ? { operationType: 'Create', resourceBody }
    : { operationType: 'Replace', id: String(item.id), ifMatch: etag, resourceBody };
};

/** Each item carries the id of its write: so a write whose answer was lost is known by what it left. */
export async function commit(
  reach: Reach,
  part: Part,
  plan: readonly Planned[],
  writeId: string,
): Promise<WriteResult> {
  const done = await reach.commit(part, plan.map(inputOf));
  if (done.kind === 'done')
    return { kind: 'ok', documents: plan.map((each, at) => stored(each, done.etags[at] ?? '')) };
  const stands = await reach.read(part, String(plan[done.index]?.item.id));
  if (done.isRepeat && stands?.writeId === writeId) return readBack(reach, part, plan, writeId);
  const isFree = !stands || stands.gone === true;
  if (done.status !== 409) return { kind: isFree ? 'notFound' : 'stale', index: done.index };
  if (!isFree) return { kind: 'conflict', index: done.index };
  // What stood there is removed, or went this moment: the place is free after all.
  return commit(reach, part, plan.with(done.index, freed(plan, done, stands)), writeId);
}

function freed(plan: readonly Planned[], { index }: Committed & { kind: 'unmet' }, stands: Item | undefined): Planned {
  const each = plan[index];
  if (!each) throw new Error('cosmos: a batch failed at an operation it does not have');
  const { operation, item } = each;
  return stands ? { operation, item, etag: stands._etag } : { operation, item };
}

function stored({ operation, item }: Planned, etag: string): StoredDocument {
  const { kind, id } = operation;
  const week = typeof item.week === 'string' ? item.week : undefined;
  const { expiresAt } = item;
  return {
    tenantId: String(item.tenantId),
    kind,
    id,
    schemaVersion: Number(item.schemaVersion),
    version: versionOf(etag, week),
    ...(typeof expiresAt === 'string' ? { expiresAt } : {}),
    body: item.body,
  };
}

/** The answer was lost, the write was not: its documents as they stand. One that was changed since keeps its old version. */
async function readBack(reach: Reach, part: Part, plan: readonly Planned[], writeId: string): Promise<WriteResult> {
  const documents: StoredDocument[] = [];
  for (const each of plan) {
    const found = await reach.read(part, itemId(each.operation.kind, each.operation.id));
    documents.push(found && !found.gone && found.writeId === writeId ? documentOf(found) : stored(each, ''));
  }
  return { kind: 'ok', documents };
}
