/** The search port in memory: one index per tenant, the least recently asked ones dropped when memory runs full. */
import { type Log, silentLog } from '../core/log.ts';
import type { Search } from '../core/search.ts';
import { answer } from './answer.ts';
import { type TenantIndex, tenantIndex } from './tenant-index.ts';
import { thesaurus } from './thesaurus.ts';
import { stem, wordsOf } from './words.ts';

export interface SearchOptions {
  /** Documents kept over all tenants; a document of 300 words takes some 5 kB. */
  readonly maxDocuments?: number;
  readonly log?: Log;
}

/** Even an empty index takes memory. */
const costOfTenant = 10;

export function createSearch({ maxDocuments = 120_000, log = silentLog }: SearchOptions = {}): Search {
  const tenants = new Map<string, TenantIndex>();
  const words = thesaurus();

  /** An index that is dropped while somebody holds it still answers; it is gone for those who ask next. */
  const dropOldest = (): void => {
    let total = [...tenants.values()].reduce((sum, tenant) => sum + tenant.size + costOfTenant, 0);
    for (const [tenantId, { size }] of tenants) {
      if (total <= maxDocuments || tenants.size === 1) return;
      tenants.delete(tenantId);
      total -= size + costOfTenant;
      log.info('search.indexDropped', { detail: `${size} documents` });
    }
  };

  return {
    terms: (text) => wordsOf(text).map(stem),
    async index(tenantId, number, documents) {
      const tenant = tenants.get(tenantId) ?? tenantIndex();
      tenants.delete(tenantId);
      tenants.set(tenantId, tenant);
      await tenant.at(number, documents);
      dropOldest();
      return { search: (request) => answer(tenant.postings, words, request) };
    },
  };
}
