/** Documents and requests for the search engine's tests. */
import type { Search, SearchDocument, SearchIndex } from '../../src/core/search.ts';

export function document(id: string, fields: Partial<SearchDocument> = {}): SearchDocument {
  return { id, revision: '1', title: id, tags: [], roles: [], task: '', body: '', ...fields };
}

/** Ids in their order. */
export function ids(index: SearchIndex, text: string, weigh: (id: string) => number = () => 1): string[] {
  return index.search({ text, weigh, skip: 0, take: 100 }).hits.map((hit) => hit.id);
}

export const built = (search: Search, documents: readonly SearchDocument[]): Promise<SearchIndex> =>
  search.index('tenant', 1, () => documents);
