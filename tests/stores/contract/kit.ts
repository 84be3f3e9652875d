/** What every part of the store contract is given. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/core/clock.ts';
import type { Page, Query, Store, StoredDocument, TenantStore, WriteOperation } from '../../../src/core/documents.ts';
import type { StoreFault } from '../../../src/core/errors.ts';
import type { List } from '../../../src/stores/lists.ts';
import type { MovingClock } from '../../helpers/moving-clock.ts';

export interface ContractOptions {
  /** The only time the store may know. */
  readonly clock: Clock;
  /** What the contract orders by; a store that needs an index for it makes one. */
  readonly lists: readonly List[];
}

export interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

export type OpenStore = (options: ContractOptions) => Promise<Opened>;

export const contractLists: readonly List[] = [
  { kind: 'item', order: 'rank' },
  { kind: 'item', order: 'name' },
  { kind: 'item', order: 'place.row' },
  { kind: 'item', equals: ['colour'], order: 'rank' },
];

export interface Kit {
  readonly store: Store;
  readonly clock: MovingClock;
}

export type Part = (kit: () => Kit) => void;

/** A tenant nobody has used: tests share one store and never meet. */
export const newTenant = ({ store }: Kit, signal?: AbortSignal): TenantStore =>
  store.forTenant(randomUUID(), signal ? { signal } : {});

type Create = Extract<WriteOperation, { op: 'create' }>;
type Replace = Extract<WriteOperation, { op: 'replace' }>;

export const create = (id: string, body: object = {}, kind = 'item'): Create => ({
  op: 'create',
  kind,
  id,
  body,
});

export const replace = ({ kind, id, version }: StoredDocument, body: object = {}): Replace => ({
  op: 'replace',
  kind,
  id,
  version,
  body,
});

export const remove = ({ kind, id, version }: StoredDocument): WriteOperation => ({ op: 'remove', kind, id, version });

/** The document of a write that must succeed. */
export async function written(store: TenantStore, operation: WriteOperation): Promise<StoredDocument> {
  const result = await store.write([operation]);
  const document = result.kind === 'ok' ? result.documents[0] : undefined;
  if (!document) throw new Error(`the write ended as ${result.kind}`);
  return document;
}

/** Creates them in batches of one hundred. */
export async function fill(store: TenantStore, bodies: Readonly<Record<string, object>>): Promise<void> {
  const operations = Object.entries(bodies).map(([id, body]) => create(id, body));
  for (let at = 0; at < operations.length; at += 100) {
    const { kind } = await store.write(operations.slice(at, at + 100));
    if (kind !== 'ok') throw new Error(`the batch ended as ${kind}`);
  }
}

export const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);

/** The ids of every page, and how many pages there were; `between` runs after each page. */
export async function idsOfPages(
  store: TenantStore,
  query: Query,
  between: (page: number) => Promise<void> = async () => {},
): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let pages = 1; ; pages++) {
    const page: Page = await store.find({ ...query, ...(after ? { after } : {}) });
    ids.push(...idsOf(page));
    if (!page.next) return { ids, pages };
    after = page.next;
    await between(pages);
  }
}

export const fault = (name: StoreFault) => ({ name: 'StoreError', fault: name });
