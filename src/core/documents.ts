/** The store port: documents of one tenant, conditional writes, keyset paging. Two adapters pass one contract suite. */

/** A document as stored. `version` is the tag every change must name; the entity's own fields stand in `body`. */
export interface StoredDocument<Body = unknown> {
  readonly tenantId: string;
  readonly kind: string;
  readonly id: string;
  readonly schemaVersion: number;
  readonly version: string;
  /** The instant after which it is gone, where it has an end. */
  readonly expiresAt?: string;
  readonly body: Body;
}

export type Scalar = string | number | boolean;

/** One condition on a field of `body`. `contains` looks into a list of scalars; `missing` holds when the field is absent. */
export type Condition =
  | readonly [field: string, is: '=' | '!=' | '<' | '<=' | '>' | '>=', value: Scalar]
  | readonly [field: string, is: 'in', values: readonly Scalar[]]
  | readonly [field: string, is: 'contains', value: Scalar]
  | readonly [field: string, is: 'missing'];

export interface Query {
  readonly kind: string;
  /** All must hold. Fields are names of `body`, one level deep with dots (`scope.departmentId`). */
  readonly where?: readonly Condition[];
  /** A field that every document of the kind has; ties are broken by id. Without it the order is by id. */
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** 1 to 100, default 50. */
  readonly limit?: number;
  /** The `next` of the page before, from a query with the same kind and order. */
  readonly after?: string;
}

export interface Page<Body = unknown> {
  readonly items: readonly StoredDocument<Body>[];
  /** Present while there is more. */
  readonly next?: string;
}

interface Written {
  readonly kind: string;
  readonly id: string;
  readonly body: object;
  readonly schemaVersion?: number;
  /** How long it lives from now on; left out it has no end. */
  readonly ttlSeconds?: number;
  /** The same as an instant, for a copy that ends when its original does. */
  readonly expiresAt?: string;
}

export type WriteOperation =
  | (Written & { readonly op: 'create' })
  | (Written & { readonly op: 'replace'; readonly version: string })
  | { readonly op: 'remove'; readonly kind: string; readonly id: string; readonly version: string };

/** `index` is the operation whose precondition failed; then nothing of the batch was written. */
export type WriteResult =
  | { kind: 'ok'; documents: readonly StoredDocument[] }
  | { kind: 'conflict'; index: number }
  | { kind: 'stale'; index: number }
  | { kind: 'notFound'; index: number };

export interface WriteOptions {
  /** For a note that nobody misses: it outlives a crash of the process, not always a power cut. Left out, a write is on disk. */
  readonly isNote?: boolean;
  /**
   * For events, which share no batch with anything else (`stores/homes.ts`): it brings no row against repeats along, so the
   * same written twice must come out the same.
   */
  readonly isApart?: boolean;
}

/** Bound to one tenant: no method takes one. Throws `StoreError` for outages only. */
export interface TenantStore {
  readonly tenantId: string;
  get(kind: string, id: string): Promise<StoredDocument | undefined>;
  find(query: Query): Promise<Page>;
  /** All or nothing, 1 to 100 operations of one partition; the documents come back in the order of the operations. */
  write(operations: readonly WriteOperation[], options?: WriteOptions): Promise<WriteResult>;
  /**
   * The same text as before: no document of these kinds was written since, by anybody. What only expired does not count.
   * Missing where a store cannot tell without reading them.
   */
  state?(kinds: readonly string[]): string;
}

/** Where a copy stands: after this document. */
export type Position = Pick<StoredDocument, 'kind' | 'id' | 'body'>;

/** All that one tenant has, for copies alone: no feature reads so. */
export interface Archive {
  readonly tenantId: string;
  /** Documents in one fixed order, none twice, those that change meanwhile as they are when read; empty at the end. */
  read(after?: Position): Promise<readonly StoredDocument[]>;
}

export interface StoreOptions {
  /** How long the store may take. The calls of a `turn` share a short deadline; a `job`, if nothing is said, has longer. */
  readonly pace?: 'turn' | 'job' | 'import';
  /** Ends every call of this turn or job; one deadline for all of them together. */
  readonly signal?: AbortSignal;
}

export interface Store {
  forTenant(tenantId: string, options?: StoreOptions): TenantStore;
  archive(tenantId: string, options?: StoreOptions): Archive;
  /** Rejects with a sentence for the log when the store cannot serve. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export const maxOperations = 100;
export const maxPage = 100;

/** Every document that matches, page after page; for loads and exports, not for lists that people page through. */
export async function* findAll(store: TenantStore, query: Query): AsyncGenerator<StoredDocument> {
  let after = query.after;
  do {
    const page: Page = await store.find({ ...query, limit: query.limit ?? maxPage, ...(after ? { after } : {}) });
    yield* page.items;
    after = page.next;
  } while (after);
}

/** Every document of a kind that is not deleted, parsed on the way out, with its id. */
export async function loadAll<T extends object>(
  store: TenantStore,
  kind: string,
  parse: (body: unknown) => T,
): Promise<(T & { id: string })[]> {
  const items: (T & { id: string })[] = [];
  for await (const { id, body } of findAll(store, { kind, where: [['deletedAt', 'missing']] }))
    items.push({ ...parse(body), id });
  return items;
}
