/** The search port: one index per tenant, visibility decided before ranking. */

/** What is searchable of one item; `revision` changes whenever any other field does. */
export interface SearchDocument {
  readonly id: string;
  readonly revision: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Names and aliases of the roles the item is for. */
  readonly roles: readonly string[];
  readonly task: string;
  /** Names of workflow and tools, problem, inputs, examples: found, but worth less. */
  readonly body: string;
}

export interface SearchRequest {
  readonly text: string;
  /**
   * The factor an item's score is multiplied with for this reader; 0 = this reader may not see it. Asked before ranking,
   * and remembered for as long as the same function is passed: pass another when a factor may have changed.
   */
  readonly weigh: (id: string) => number;
  readonly skip: number;
  readonly take: number;
}

export interface SearchPage {
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  readonly total: number;
}

export interface SearchIndex {
  search(request: SearchRequest): SearchPage;
}

export interface Search {
  /** The tenant's index at this number of its stamp; brought up to date from `documents` when the number differs. */
  index(tenantId: string, number: number, documents: () => Iterable<SearchDocument>): Promise<SearchIndex>;
  /** The words of a text as they are searched: folded, without stop words, their stems. */
  terms(text: string): readonly string[];
}
