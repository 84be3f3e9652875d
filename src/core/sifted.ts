/** Lists that are sifted in code before they are paged: the store is read on until enough fits, and every item knows its place. */
import type { Query, StoredDocument, TenantStore } from './documents.ts';

export interface Sifting<T> {
  readonly query: Pick<Query, 'kind' | 'where'>;
  /** An instant that every document of the kind has. */
  readonly orderBy: NonNullable<Query['orderBy']>;
  readonly limit: number;
  /** The position of the item that the page before ended with. */
  readonly after?: string | undefined;
  /** Undefined for what does not belong on this list. */
  readonly read: (document: StoredDocument) => T | undefined;
}

/** No request looks at more documents than this; what is further away comes with the next page. */
export const lookedAtMost = 1_000;

export interface Sifted<T> {
  readonly items: readonly { readonly item: T; readonly position: string }[];
  readonly hasMore: boolean;
  /** Where the next page goes on, if there is one: a page may end before it is full, even with nothing on it. */
  readonly reached?: string;
}

/** One page. Positions stay good whatever is added or taken away meanwhile. */
export async function siftedPage<T>(store: TenantStore, sifting: Sifting<T>): Promise<Sifted<T>> {
  const { query, orderBy, limit, after, read } = sifting;
  const [value, id = ''] = after?.split('/') ?? [];
  const isPast = (document: StoredDocument): boolean => value === undefined || pastOf(orderBy, document, [value, id]);
  const from =
    value === undefined ? [] : ([[orderBy.field, orderBy.direction === 'desc' ? '<=' : '>=', value]] as const);
  const items: { item: T; position: string }[] = [];
  let reached = after;
  let looked = 0;
  let next: string | undefined;
  do {
    const page = await store.find({
      ...query,
      where: [...(query.where ?? []), ...from],
      orderBy,
      // Most lists want all they read; the others read on.
      limit: next === undefined ? Math.min(100, limit + 1) : 100,
      ...(next ? { after: next } : {}),
    });
    for (const document of page.items) {
      // Many of one instant are passed over without being counted, so that every page gets further than the one before.
      if (!isPast(document)) continue;
      if (looked++ === lookedAtMost) return goesOn(items, reached);
      const item = read(document);
      if (item !== undefined && items.length === limit) return goesOn(items, items.at(-1)?.position);
      reached = positionOf(orderBy.field, document);
      if (item !== undefined) items.push({ item, position: reached });
    }
    next = page.next;
  } while (next);
  return { items, hasMore: false };
}

const goesOn = <T>(items: Sifted<T>['items'], reached: string | undefined): Sifted<T> => ({
  ...{ items, hasMore: true },
  ...(reached === undefined ? {} : { reached }),
});

const sortValue = (field: string, { body }: StoredDocument): string => String(Object(body)[field]);
const positionOf = (field: string, document: StoredDocument): string => `${sortValue(field, document)}/${document.id}`;

/** Ties are broken by id in the direction of the order, as the stores do. */
function pastOf(
  { field, direction }: NonNullable<Query['orderBy']>,
  document: StoredDocument,
  [value, id]: readonly [string, string],
): boolean {
  const own = sortValue(field, document);
  const sign = direction === 'desc' ? -1 : 1;
  if (own !== value) return (own > value ? 1 : -1) * sign > 0;
  return (document.id > id ? 1 : -1) * sign > 0 && document.id !== id;
}
