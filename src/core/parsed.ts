/** What a document says, parsed once for each of its versions: lists read the same documents again and again. */
import { remember } from './bounded.ts';
import type { StoredDocument } from './documents.ts';

/** Nobody may change what comes back; the least lately read are let go. */
export function parsedOnce<T>(parse: (body: unknown) => T, max = 5_000): (document: StoredDocument) => T {
  const known = new Map<string, { version: string; value: T }>();
  return ({ tenantId, id, version, body }) => {
    const key = `${tenantId}/${id}`;
    const kept = known.get(key);
    if (kept?.version === version) return kept.value;
    const value = parse(body);
    remember(known, key, { version, value }, max);
    return value;
  };
}
