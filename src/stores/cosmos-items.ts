/** A document as the distributed store keeps it, and back. The version tag of an event also says in which week it lies. */
import { z } from 'zod';
import type { StoredDocument, WriteOperation } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { sortName } from './cosmos-containers.ts';
import { homeOf } from './homes.ts';
import type { List } from './lists.ts';
import { sortValueOf } from './paging.ts';
import { endOf } from './rules.ts';

/** An item's id is unique in its partition over all kinds. */
export const itemId = (kind: string, id: string): string => `${kind}:${id}`;

const item = z.object({
  tenantId: z.string(),
  kind: z.string(),
  docId: z.string(),
  week: z.string().optional(),
  schemaVersion: z.number(),
  writeId: z.string(),
  expiresAt: z.iso.datetime().optional(),
  /** Removed in a batch: a batch knows no conditional delete. The service clears it away soon. */
  gone: z.literal(true).optional(),
  body: z.record(z.string(), z.unknown()),
  _etag: z.string(),
});
export type Item = z.infer<typeof item>;

/** The tenant is compared again after the read: a difference is an alarm, never an answer. */
export function readItem(found: unknown, tenantId: string): Item {
  const read = item.parse(found);
  if (read.tenantId !== tenantId) throw new StoreError('crossTenant', 'a read met a document of another tenant');
  return read;
}

export function documentOf({
  tenantId,
  kind,
  docId,
  week,
  schemaVersion,
  expiresAt,
  body,
  _etag,
}: Item): StoredDocument {
  const version = versionOf(_etag, week);
  return { tenantId, kind, id: docId, schemaVersion, version, ...(expiresAt ? { expiresAt } : {}), body };
}

export const versionOf = (etag: string, week: string | undefined): string => (week ? `${week} ${etag}` : etag);

/** The ETag in a version, and the week of an event; a version that is none of ours has neither and matches nothing. */
export function readVersion(kind: string, version: string): { etag: string; week?: string } {
  if (homeOf(kind) === 'playbook') return { etag: version };
  const [week = '', ...etag] = version.split(' ');
  return /^\d{4}-W\d{2}$/.test(week) ? { etag: etag.join(' '), week } : { etag: version };
}

export interface Making {
  readonly tenantId: string;
  readonly writeId: string;
  readonly now: number;
  readonly lists: readonly List[];
}

type Put = Exclude<WriteOperation, { op: 'remove' }>;

/** `body` is what `checkWrite` made of the operation's body, so that what comes back equals what is stored. */
export function itemOf(operation: Put, body: Record<string, unknown>, { tenantId, writeId, now, lists }: Making) {
  const { kind, id, schemaVersion = 1 } = operation;
  const end = endOf(operation, now);
  return {
    id: itemId(kind, id),
    tenantId,
    kind,
    docId: id,
    ...(homeOf(kind) === 'events' ? { week: String(body.week) } : {}),
    schemaVersion,
    writeId,
    ...(end === undefined
      ? {}
      : { expiresAt: new Date(end).toISOString(), ttl: Math.max(1, Math.ceil((end - now) / 1_000)) }),
    sort: sortKeys(kind, body, lists),
    body,
  };
}

/** Longer than any call may take, so that a repeat of the write still finds its mark. */
const goneSeconds = 120;

export const goneItem = (kind: string, id: string, week: string | undefined, { tenantId, writeId }: Making) => ({
  id: itemId(kind, id),
  tenantId,
  kind,
  docId: id,
  ...(week ? { week } : {}),
  schemaVersion: 1,
  writeId,
  gone: true,
  ttl: goneSeconds,
  body: {},
});

/** What a list is ordered by stands in every document of the kind, absent values as null, which sorts lowest. */
function sortKeys(kind: string, body: Record<string, unknown>, lists: readonly List[]): Record<string, unknown> {
  const orders = new Set(lists.filter((list) => list.kind === kind).map(({ order }) => order));
  return Object.fromEntries([...orders].map((order) => [sortName(order), sortValueOf(order, body)]));
}
